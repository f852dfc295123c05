package io.jianhu.platform.identity.web;

import io.jianhu.platform.api.ApiProblem;
import io.jianhu.platform.api.Bilingual;
import io.jianhu.platform.api.CommonProblem;
import io.jianhu.platform.identity.Actor;
import io.jianhu.platform.identity.ApiToken;
import io.jianhu.platform.identity.ApiTokens;
import io.jianhu.platform.identity.IdentityProblem;
import io.jianhu.platform.identity.Needs;
import io.jianhu.platform.identity.Permission;
import io.jianhu.platform.identity.Scope;
import io.jianhu.platform.identity.internal.ScopeForm;
import io.jianhu.platform.identity.internal.TokenDesk;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/tokens")
@Tag(name = "tokens", description = "API tokens of programs, each with its own permissions, regions and end")
class TokenController {

    private final TokenDesk desk;

    TokenController(TokenDesk desk) {
        this.desk = desk;
    }

    /** A token as it is shown. @param permissions null: all */
    record TokenBody(
            String name,
            String prefix,
            @Nullable List<String> permissions,
            ScopeForm scope,
            String madeBy,
            Instant createdAt,
            @Nullable Instant expiresAt,
            @Nullable Instant lastUsedAt,
            @Nullable Instant revokedAt) {
        static TokenBody of(ApiToken token) {
            return new TokenBody(
                    token.name(),
                    token.prefix(),
                    token.permissions()
                            .map(some -> some.stream()
                                    .map(Permission::label)
                                    .sorted()
                                    .toList())
                            .orElse(null),
                    ScopeForm.of(Scope.ofRegions(token.regions())),
                    token.madeBy(),
                    token.createdAt(),
                    token.expiresAt().orElse(null),
                    token.lastUsedAt().orElse(null),
                    token.revokedAt().orElse(null));
        }
    }

    /** A token and its secret, shown this once. */
    record MadeToken(TokenBody token, String secret) {
        @Override
        public String toString() {
            return "MadeToken[" + token.name() + "]";
        }
    }

    @Needs(Permission.TOKENS_READ)
    @GetMapping
    @Operation(summary = "Tokens whose regions are within one's own, the newest first")
    List<TokenBody> list(@AuthenticationPrincipal Actor actor) {
        return desk.list(actor).stream().map(TokenBody::of).toList();
    }

    @Needs(Permission.TOKENS_WRITE)
    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Make a token with permissions and regions of one's own; its secret is shown this once")
    @ApiResponse(responseCode = "409", description = "token-name-taken")
    MadeToken create(@AuthenticationPrincipal Actor actor, @RequestBody TokenDesk.Form form) {
        return switch (desk.create(actor, form)) {
            case ApiTokens.Creation.Created(ApiToken token, String secret) ->
                new MadeToken(TokenBody.of(token), secret);
            case ApiTokens.Creation.NameTaken(String name) ->
                throw ApiProblem.of(IdentityProblem.TOKEN_NAME_TAKEN, new Bilingual(name, name));
        };
    }

    @Needs(Permission.TOKENS_WRITE)
    @PostMapping("/{name}/revoke")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "End a token at once")
    void revoke(@AuthenticationPrincipal Actor actor, @PathVariable String name, @RequestBody Reason body) {
        if (!desk.revoke(actor, name, body.reason())) {
            throw ApiProblem.of(CommonProblem.NOT_FOUND, new Bilingual("没有有效令牌 " + name, "There is no token " + name));
        }
    }
}
