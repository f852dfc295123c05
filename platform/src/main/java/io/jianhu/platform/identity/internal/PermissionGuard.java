package io.jianhu.platform.identity.internal;

import io.jianhu.platform.api.ApiProblem;
import io.jianhu.platform.api.Bilingual;
import io.jianhu.platform.api.CommonProblem;
import io.jianhu.platform.identity.Actor;
import io.jianhu.platform.identity.IdentityProblem;
import io.jianhu.platform.identity.Needs;
import io.jianhu.platform.identity.NeedsLogIn;
import io.jianhu.platform.identity.NeedsNothing;
import io.jianhu.platform.identity.Permission;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * The one gate before every mapping under {@code /api}: whether the caller has the permission the mapping declares. What it
 * may be done to is decided with the object, by the caller's {@link io.jianhu.platform.identity.Scope}.
 */
@Component
class PermissionGuard implements HandlerInterceptor, WebMvcConfigurer {

    private static final Logger LOG = LoggerFactory.getLogger(PermissionGuard.class);

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this).addPathPatterns("/api/**");
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        boolean judgedBefore = request.getDispatcherType() == DispatcherType.ASYNC;
        boolean asksForMethods = request.getMethod().equals("OPTIONS");
        if (!judgedBefore && !asksForMethods && handler instanceof HandlerMethod mapping) {
            check(mapping);
        }
        return true;
    }

    private static void check(HandlerMethod mapping) {
        if (mapping.hasMethodAnnotation(NeedsNothing.class)) {
            return;
        }
        Actor actor = findActor().orElseThrow(() -> ApiProblem.of(CommonProblem.UNAUTHENTICATED));
        if (mapping.hasMethodAnnotation(NeedsLogIn.class)) {
            return;
        }
        if (actor.duty() == Actor.Duty.CHANGE_PASSWORD) {
            throw ApiProblem.of(IdentityProblem.PASSWORD_CHANGE_REQUIRED);
        }
        Needs needs = mapping.getMethodAnnotation(Needs.class);
        if (needs == null) {
            LOG.error("{} declares no permission and is refused to everybody", mapping.getShortLogMessage());
            throw ApiProblem.of(CommonProblem.FORBIDDEN);
        }
        if (!actor.may(needs.value())) {
            throw missing(needs.value());
        }
    }

    static ApiProblem missing(Permission permission) {
        return ApiProblem.of(
                IdentityProblem.PERMISSION_MISSING,
                new Bilingual(
                        permission.text().zh() + "（" + permission.label() + "）",
                        permission.text().en() + " (" + permission.label() + ")"));
    }

    private static Optional<Actor> findActor() {
        Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
        return authentication != null && authentication.getPrincipal() instanceof Actor actor
                ? Optional.of(actor)
                : Optional.empty();
    }
}
