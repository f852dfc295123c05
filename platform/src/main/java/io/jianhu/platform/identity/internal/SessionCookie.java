package io.jianhu.platform.identity.internal;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.web.util.WebUtils;

/**
 * The cookies of a browser: the one that carries a session's secret, and the one a browser is known by when it logs in
 * again. Out of reach of scripts, not sent from other sites, Secure over https.
 */
public final class SessionCookie {

    static final String NAME = "JIANHU_SESSION";
    private static final String BROWSER = "JIANHU_BROWSER";
    private static final String LOG_IN = "/api/v1/session";

    private SessionCookie() {}

    /** The secret the browser sent. */
    public static Optional<String> find(HttpServletRequest request) {
        return Optional.ofNullable(WebUtils.getCookie(request, NAME))
                .map(Cookie::getValue)
                .filter(value -> !value.isEmpty());
    }

    /** Gives the browser a secret until it is closed. */
    public static void set(HttpServletRequest request, HttpServletResponse response, String secret) {
        add(response, cookie(request, secret).build());
    }

    /** Takes it away. */
    public static void clear(HttpServletRequest request, HttpServletResponse response) {
        add(response, cookie(request, "").maxAge(Duration.ZERO).build());
    }

    /** What an earlier log-in left in the browser to know it by. */
    public static Optional<String> findBrowser(HttpServletRequest request) {
        return Optional.ofNullable(WebUtils.getCookie(request, BROWSER))
                .map(Cookie::getValue)
                .filter(value -> !value.isEmpty());
    }

    /** Leaves it; it goes to the log-in alone and outlives the session. */
    public static void setBrowser(HttpServletRequest request, HttpServletResponse response, String secret) {
        add(
                response,
                ResponseCookie.from(BROWSER, secret)
                        .path(LOG_IN)
                        .maxAge(KnownBrowsers.REMEMBERED)
                        .httpOnly(true)
                        .sameSite("Strict")
                        .secure(request.isSecure())
                        .build());
    }

    private static ResponseCookie.ResponseCookieBuilder cookie(HttpServletRequest request, String value) {
        return ResponseCookie.from(NAME, value)
                .path("/")
                .httpOnly(true)
                .sameSite("Lax")
                .secure(request.isSecure());
    }

    private static void add(HttpServletResponse response, ResponseCookie cookie) {
        response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
    }
}
