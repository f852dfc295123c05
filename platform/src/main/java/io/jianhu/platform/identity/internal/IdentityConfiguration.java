package io.jianhu.platform.identity.internal;

import static org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher.pathPattern;

import io.jianhu.platform.api.ApiProblem;
import io.jianhu.platform.api.CommonProblem;
import io.jianhu.platform.api.ProblemType;
import io.jianhu.platform.api.ProblemWriter;
import io.jianhu.platform.identity.IdentityProblem;
import io.jianhu.platform.identity.Permission;
import jakarta.servlet.DispatcherType;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.authentication.ProviderNotFoundException;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.security.web.csrf.CsrfTokenRepository;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;

/** The one security filter chain, and the administrator. */
@Configuration(proxyBeanMethods = false)
class IdentityConfiguration {

    /** Everything comes from the platform itself. Charts and the map set styles in line; images are also drawn. */
    private static final String CONTENT_SECURITY_POLICY = String.join(
            "; ",
            "default-src 'none'",
            "script-src 'self'",
            "style-src 'self' 'unsafe-inline'",
            "img-src 'self' data: blob:",
            "font-src 'self' data:",
            "connect-src 'self'",
            "worker-src 'self' blob:",
            "manifest-src 'self'",
            "base-uri 'none'",
            "form-action 'self'",
            "frame-ancestors 'none'");

    private static final String PERMISSIONS_POLICY = "camera=(), microphone=(), geolocation=(), payment=(), usb=()";

    @Bean
    AdminAccount adminAccount(
            Accounts accounts,
            Sessions sessions,
            PasswordHashes hashes,
            Secrets secrets,
            @Value("${jianhu.admin-password:}") String password) {
        return AdminAccount.prepare(
                accounts, sessions, hashes, secrets, Optional.of(password).filter(text -> !text.isEmpty()));
    }

    @Bean
    CsrfTokenRepository csrfTokenRepository() {
        return CsrfProtection.repository();
    }

    /** Keeps Spring Boot from inventing a user of its own. Accounts are checked by {@link LogIn}, and nowhere else. */
    @Bean
    AuthenticationManager noAuthenticationManager() {
        return attempt -> {
            throw new ProviderNotFoundException("accounts are checked by LogIn");
        };
    }

    /**
     * Programs' paths are closed but for the few that tell nothing or let somebody in; the rest are the pages, which
     * hold no data.
     */
    @Bean
    SecurityFilterChain securityFilterChain(
            HttpSecurity http, CredentialReader credentials, CsrfTokenRepository csrfTokens, ProblemWriter problems) {
        return http.securityContext(context -> context.securityContextRepository(credentials))
                .sessionManagement(sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .requestCache(AbstractHttpConfigurer::disable)
                .formLogin(AbstractHttpConfigurer::disable)
                .httpBasic(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .csrf(csrf -> csrf.csrfTokenRepository(csrfTokens)
                        .csrfTokenRequestHandler(new CsrfProtection.Handler())
                        .requireCsrfProtectionMatcher(
                                CsrfProtection.required(pathPattern(HttpMethod.POST, "/api/v1/session"))))
                .authorizeHttpRequests(requests -> requests
                        // The first dispatch was judged; these only finish its answer.
                        .dispatcherTypeMatchers(DispatcherType.ASYNC, DispatcherType.ERROR, DispatcherType.FORWARD)
                        .permitAll()
                        .requestMatchers("/api/v1/meta", "/api/v1/session")
                        .permitAll()
                        .requestMatchers("/actuator/health", "/actuator/health/**")
                        .permitAll()
                        .requestMatchers("/actuator/**")
                        .hasAuthority(Permission.SYSTEM_READ.label())
                        // What each mapping needs besides is said at the mapping: PermissionGuard.
                        .requestMatchers("/api/**")
                        .authenticated()
                        .requestMatchers(HttpMethod.GET)
                        .permitAll()
                        .requestMatchers(HttpMethod.HEAD)
                        .permitAll()
                        .anyRequest()
                        .authenticated())
                .exceptionHandling(exceptions -> exceptions
                        .authenticationEntryPoint(entryPoint(problems))
                        .accessDeniedHandler(accessDenied(problems)))
                .headers(headers -> headers.contentSecurityPolicy(
                                policy -> policy.policyDirectives(CONTENT_SECURITY_POLICY))
                        .referrerPolicy(policy -> policy.policy(ReferrerPolicy.SAME_ORIGIN))
                        .permissionsPolicyHeader(policy -> policy.policy(PERMISSIONS_POLICY))
                        .frameOptions(HeadersConfigurer.FrameOptionsConfig::deny))
                .build();
    }

    private static AuthenticationEntryPoint entryPoint(ProblemWriter problems) {
        return (request, response, refusal) -> {
            ProblemType type = refusal instanceof AuthenticationServiceException
                    ? CommonProblem.DATABASE_UNAVAILABLE
                    : CommonProblem.UNAUTHENTICATED;
            ApiProblem problem = ApiProblem.of(type);
            problems.write(
                    request,
                    response,
                    type == CommonProblem.UNAUTHENTICATED
                            ? problem.withHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer realm=\"jianhu\"")
                            : problem);
        };
    }

    private static AccessDeniedHandler accessDenied(ProblemWriter problems) {
        return (request, response, refusal) -> problems.write(
                request,
                response,
                ApiProblem.of(
                        refusal instanceof CsrfException
                                ? IdentityProblem.CSRF_TOKEN_MISSING
                                : CommonProblem.FORBIDDEN));
    }
}
