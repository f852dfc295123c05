package io.jianhu.platform.identity.internal;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Set;
import java.util.function.Supplier;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.security.web.csrf.CsrfTokenRepository;
import org.springframework.security.web.csrf.CsrfTokenRequestAttributeHandler;
import org.springframework.security.web.util.matcher.RequestMatcher;

/**
 * Double submit: the cookie {@code XSRF-TOKEN} comes back in the header {@code X-XSRF-TOKEN}. Asked for where a cookie
 * alone would speak for a person; a bearer token speaks for itself. The token is never written into a body, so it needs
 * no masking against BREACH. The log-in has no session yet and guards itself, see {@code SessionController}.
 */
final class CsrfProtection {

    private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS", "TRACE");

    private CsrfProtection() {}

    static CsrfTokenRepository repository() {
        CookieCsrfTokenRepository repository = CookieCsrfTokenRepository.withHttpOnlyFalse();
        repository.setCookiePath("/");
        repository.setCookieCustomizer(cookie -> cookie.sameSite("Lax"));
        return repository;
    }

    static RequestMatcher required(RequestMatcher logIn) {
        return request -> !READING.contains(request.getMethod())
                && SessionCookie.find(request).isPresent()
                && CredentialReader.findBearerToken(request).isEmpty()
                && !logIn.matches(request);
    }

    /** Gives every browser its token with the first answer; programs with a bearer token get none. */
    static final class Handler extends CsrfTokenRequestAttributeHandler {
        @Override
        public void handle(
                HttpServletRequest request, HttpServletResponse response, Supplier<CsrfToken> deferredToken) {
            super.handle(request, response, deferredToken);
            if (CredentialReader.findBearerToken(request).isEmpty()) {
                var _ = deferredToken.get();
            }
        }
    }
}
