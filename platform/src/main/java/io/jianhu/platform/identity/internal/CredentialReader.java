package io.jianhu.platform.identity.internal;

import io.jianhu.platform.identity.Actor;
import io.jianhu.platform.identity.Permission;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.context.DeferredSecurityContext;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.web.authentication.preauth.PreAuthenticatedAuthenticationToken;
import org.springframework.security.web.context.HttpRequestResponseHolder;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.stereotype.Component;

/**
 * Who makes a request, read from its bearer token or its cookie, and only when somebody asks: the pages themselves cost
 * no look-up. A request with a bearer token is judged by that alone.
 */
@Component
class CredentialReader implements SecurityContextRepository {

    private static final String BEARER = "bearer ";

    private final Sessions sessions;
    private final JdbcApiTokens tokens;

    CredentialReader(Sessions sessions, JdbcApiTokens tokens) {
        this.sessions = sessions;
        this.tokens = tokens;
    }

    static Optional<String> findBearerToken(HttpServletRequest request) {
        return Optional.ofNullable(request.getHeader(HttpHeaders.AUTHORIZATION))
                .filter(header -> header.toLowerCase(Locale.ROOT).startsWith(BEARER))
                .map(header -> header.substring(BEARER.length()).strip());
    }

    @Override
    public DeferredSecurityContext loadDeferredContext(HttpServletRequest request) {
        return new Deferred(request);
    }

    @Override
    @SuppressWarnings("deprecation")
    public SecurityContext loadContext(HttpRequestResponseHolder holder) {
        return loadDeferredContext(holder.getRequest()).get();
    }

    /** Sessions are started and ended by {@link LogIn} alone. */
    @Override
    public void saveContext(SecurityContext context, HttpServletRequest request, HttpServletResponse response) {}

    @Override
    public boolean containsContext(HttpServletRequest request) {
        return findBearerToken(request).isPresent()
                || SessionCookie.find(request).isPresent();
    }

    private Optional<Actor> findActor(HttpServletRequest request) {
        try {
            Optional<String> bearer = findBearerToken(request);
            Optional<Actor> actor = bearer.isPresent()
                    ? bearer.flatMap(tokens::find)
                    : SessionCookie.find(request).flatMap(sessions::find);
            return actor.map(found -> found.from(request.getRemoteAddr()));
        } catch (DataAccessException e) {
            throw new AuthenticationServiceException("cannot look credentials up", e);
        }
    }

    private final class Deferred implements DeferredSecurityContext {

        private final HttpServletRequest request;
        private @Nullable SecurityContext context;
        private boolean generated;

        private Deferred(HttpServletRequest request) {
            this.request = request;
        }

        @Override
        public SecurityContext get() {
            SecurityContext known = context;
            if (known == null) {
                known = load();
                context = known;
            }
            return known;
        }

        @Override
        public boolean isGenerated() {
            get();
            return generated;
        }

        private SecurityContext load() {
            SecurityContextImpl loaded = new SecurityContextImpl();
            Optional<Actor> actor = findActor(request);
            generated = actor.isEmpty();
            actor.ifPresent(found -> loaded.setAuthentication(new PreAuthenticatedAuthenticationToken(
                    found,
                    "",
                    AuthorityUtils.createAuthorityList(
                            found.permissions().stream().map(Permission::label).toList()))));
            return loaded;
        }
    }
}
