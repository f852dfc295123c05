package io.jianhu.platform.identity.internal;

import io.jianhu.platform.api.ApiProblem;
import io.jianhu.platform.identity.Actor;
import io.jianhu.platform.identity.ApiToken;
import io.jianhu.platform.identity.ApiTokens;
import io.jianhu.platform.identity.IdentityProblem;
import io.jianhu.platform.identity.Permission;
import io.jianhu.platform.identity.Scope;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Tokens made by people in the pages: never more than their maker may, always with an end. */
@Service
public class TokenDesk {

    private static final int MAX_DAYS = TokenWords.MAX_DAYS;

    /** A token to make. @param days how long it works */
    public record Form(
            @Nullable String name,
            @Nullable Integer days,
            @Nullable List<String> permissions,
            @Nullable ScopeForm scope,
            @Nullable String reason) {}

    private final ApiTokens tokens;
    private final Organisations organisations;

    TokenDesk(ApiTokens tokens, Organisations organisations) {
        this.tokens = tokens;
        this.organisations = organisations;
    }

    /** Tokens whose scope is in the actor's. */
    public List<ApiToken> list(Actor by) {
        return tokens.listAll().stream().filter(token -> isWithin(by, token)).toList();
    }

    public ApiTokens.Creation create(Actor by, Form form) {
        Fields fields = new Fields();
        String name = form.name() == null ? "" : form.name().strip();
        if (!name.matches("[A-Za-z0-9._-]{1,64}")) {
            fields.wrong(
                    "name",
                    "bad-name",
                    "应为 1 至 64 个字母、数字、点、连字符或下划线",
                    "must be 1 to 64 letters, digits, dots, dashes or underscores");
        }
        int days = form.days() == null ? 0 : form.days();
        if (days < 1 || days > MAX_DAYS) {
            fields.wrong("days", "out-of-range", "应为 1 至 " + MAX_DAYS, "must be 1 to " + MAX_DAYS);
        }
        Set<Permission> permissions = EnumSet.noneOf(Permission.class);
        for (String label : form.permissions() == null ? List.<String>of() : form.permissions()) {
            Permission.find(label)
                    .ifPresentOrElse(
                            permissions::add,
                            () -> fields.wrong(
                                    "permissions", "unknown-permission", "没有权限 " + label, "there is no " + label));
        }
        ScopeForm asked = form.scope() == null ? ScopeForm.of(by.scope()) : form.scope();
        organisations.check(asked, fields);
        Scope scope = asked.scope();
        if (!scope.enterprises().isEmpty()) {
            fields.wrong("scope.enterprises", "not-for-tokens", "令牌只能按区域授权", "tokens are limited by region only");
        }
        Optional<String> reason = Reasons.required(form.reason());
        fields.check();
        if (!by.permissions().containsAll(permissions) || !by.scope().contains(scope)) {
            throw ApiProblem.of(IdentityProblem.NOT_YOURS_TO_GIVE);
        }
        return tokens.create(
                new ApiTokens.Order(
                        name, Optional.of(Duration.ofDays(days)), Optional.of(permissions), scope.regions()),
                by,
                reason);
    }

    /** Ends a token; false where none in force and in scope has that name. */
    public boolean revoke(Actor by, String name, @Nullable String why) {
        boolean visible = tokens.listAll().stream()
                .anyMatch(
                        token -> token.name().equals(name) && token.revokedAt().isEmpty() && isWithin(by, token));
        return visible && tokens.revoke(name, by, Reasons.required(why));
    }

    private static boolean isWithin(Actor by, ApiToken token) {
        return by.scope().contains(Scope.ofRegions(token.regions()));
    }
}
