package io.jianhu.platform.identity.web;

import io.jianhu.platform.api.ApiProblem;
import io.jianhu.platform.api.Bilingual;
import io.jianhu.platform.api.CommonProblem;
import io.jianhu.platform.api.FieldProblem;
import io.jianhu.platform.identity.Actor;
import io.jianhu.platform.identity.IdentityProblem;
import io.jianhu.platform.identity.NeedsNothing;
import io.jianhu.platform.identity.Permission;
import io.jianhu.platform.identity.internal.LogIn;
import io.jianhu.platform.identity.internal.ScopeForm;
import io.jianhu.platform.identity.internal.SessionCookie;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.security.web.csrf.CsrfTokenRepository;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/**
 * Log in, log out, who am I.
 *
 * <p>A log-in has no session that a forged request could ride on, but a foreign page could log a person in as somebody
 * else. So it takes JSON only, which no foreign page can send unasked, and refuses what the browser itself calls
 * foreign.
 */
@RestController
@RequestMapping(path = "/api/v1/session", produces = MediaType.APPLICATION_JSON_VALUE)
class SessionController {

    private static final int MAX_LENGTH = 256;

    private final LogIn logIn;
    private final CsrfTokenRepository csrfTokens;

    SessionController(LogIn logIn, CsrfTokenRepository csrfTokens) {
        this.logIn = logIn;
        this.csrfTokens = csrfTokens;
    }

    /**
     * Who is logged in and what they may: the pages show what can be used and hide the rest; the server decides.
     *
     * @param permissions labels
     * @param mustChangePassword nothing else is allowed before
     */
    record SessionBody(
            String login,
            String displayName,
            String kind,
            List<String> permissions,
            ScopeForm scope,
            boolean mustChangePassword) {
        static SessionBody of(Actor actor) {
            return new SessionBody(
                    actor.login(),
                    actor.displayName(),
                    actor.kind().label(),
                    actor.permissions().stream().map(Permission::label).sorted().toList(),
                    ScopeForm.of(actor.scope()),
                    actor.duty() == Actor.Duty.CHANGE_PASSWORD);
        }
    }

    /** What a person types. */
    record LogInBody(
            @Nullable String login,
            @Nullable String password,

            @Schema(
                    description =
                            "six digits of the second factor, where the answer without was second-factor-required")
            @Nullable
            String code) {
        @Override
        public String toString() {
            return "LogInBody[hidden]";
        }
    }

    @NeedsNothing
    @GetMapping
    SessionBody who(@AuthenticationPrincipal @Nullable Actor actor) {
        if (actor == null) {
            throw ApiProblem.of(CommonProblem.UNAUTHENTICATED);
        }
        return SessionBody.of(actor);
    }

    @NeedsNothing
    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    SessionBody logIn(@RequestBody LogInBody body, HttpServletRequest request, HttpServletResponse response) {
        String site = request.getHeader("Sec-Fetch-Site");
        if (site != null && !site.equals("same-origin") && !site.equals("none")) {
            throw ApiProblem.of(IdentityProblem.FOREIGN_LOGIN);
        }
        List<FieldProblem> errors = new ArrayList<>();
        String login = required("login", body.login(), errors);
        String password = required("password", body.password(), errors);
        if (!errors.isEmpty()) {
            throw ApiProblem.of(CommonProblem.INVALID_FIELDS).withErrors(errors);
        }
        LogIn.Showing showing = new LogIn.Showing(
                login,
                password,
                Optional.ofNullable(body.code()).map(String::strip).filter(code -> !code.isEmpty()),
                SessionCookie.findBrowser(request),
                request.getRemoteAddr());
        return switch (logIn.attempt(showing)) {
            case LogIn.Outcome.WrongCredentials() -> throw ApiProblem.of(IdentityProblem.WRONG_CREDENTIALS);
            case LogIn.Outcome.TooManyAttempts(Duration retryAfter) -> throw tooMany(retryAfter);
            case LogIn.Outcome.SecondFactorNeeded() -> throw ApiProblem.of(IdentityProblem.SECOND_FACTOR_REQUIRED);
            case LogIn.Outcome.WrongCode() -> throw ApiProblem.of(IdentityProblem.WRONG_CODE);
            case LogIn.Outcome.LoggedIn(Actor actor, String secret, String browser) -> {
                SessionCookie.find(request).ifPresent(logIn::logOut);
                SessionCookie.set(request, response, secret);
                SessionCookie.setBrowser(request, response, browser);
                CsrfToken fresh = csrfTokens.generateToken(request);
                csrfTokens.saveToken(fresh, request, response);
                yield SessionBody.of(actor);
            }
        };
    }

    @NeedsNothing
    @DeleteMapping
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void logOut(HttpServletRequest request, HttpServletResponse response) {
        SessionCookie.find(request).ifPresent(logIn::logOut);
        SessionCookie.clear(request, response);
    }

    private static String required(String field, @Nullable String value, List<FieldProblem> errors) {
        if (value == null || value.isEmpty()) {
            errors.add(new FieldProblem(field, "required", field + " is missing", "缺少 " + field));
            return "";
        }
        if (value.length() > MAX_LENGTH) {
            errors.add(new FieldProblem(
                    field,
                    "too-long",
                    field + " has at most " + MAX_LENGTH + " characters",
                    field + " 最多 " + MAX_LENGTH + " 个字符"));
        }
        return value;
    }

    private static ApiProblem tooMany(Duration retryAfter) {
        long seconds = Math.max(1, retryAfter.plusMillis(999).toSeconds());
        return ApiProblem.of(
                        IdentityProblem.TOO_MANY_ATTEMPTS,
                        new Bilingual("请在 " + seconds + " 秒后再试。", "Try again in " + seconds + " seconds."))
                .withHeader(HttpHeaders.RETRY_AFTER, Long.toString(seconds));
    }
}
