package io.jianhu.platform.api.internal;

import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** The routes of the pages: each answers {@code index.html}, which finds its way by the address. */
@Controller
@Hidden
class PageRoutes {

    @GetMapping({
        "/",
        "/login",
        "/map",
        "/live",
        "/devices",
        "/devices/**",
        "/frames/**",
        "/orders",
        "/orders/**",
        "/findings",
        "/standards",
        "/standards/**",
        "/users",
        "/roles",
        "/audit",
        "/account"
    })
    String page(HttpServletResponse response) {
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-cache");
        return "forward:/index.html";
    }
}
