package io.jianhu.platform.api.internal;

import io.jianhu.platform.api.Beijing;
import java.time.Duration;
import java.time.Instant;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.convert.converter.Converter;
import org.springframework.format.FormatterRegistry;
import org.springframework.http.CacheControl;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * Times in query parameters and the caching of the pages. Files under {@code /assets} carry a hash of their content in
 * their name and never change; {@code index.html} names them and is asked for again every time.
 */
@Configuration(proxyBeanMethods = false)
class WebConfiguration implements WebMvcConfigurer {

    @Override
    public void addFormatters(FormatterRegistry registry) {
        registry.addConverter(new InstantConverter());
    }

    @Override
    public void addResourceHandlers(ResourceHandlerRegistry registry) {
        registry.addResourceHandler("/assets/**")
                .addResourceLocations("classpath:/static/assets/")
                .setCacheControl(
                        CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable());
        registry.addResourceHandler("/**")
                .addResourceLocations("classpath:/static/")
                .setCacheControl(CacheControl.noCache());
    }

    private static final class InstantConverter implements Converter<String, Instant> {
        @Override
        public Instant convert(String text) {
            return Beijing.findTime(text).orElseThrow(() -> new IllegalArgumentException("not an ISO 8601 time"));
        }
    }
}
