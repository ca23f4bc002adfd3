// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.web.internal;

import be.onthaal.common.Digest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.http.CacheControl;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.resource.EncodedResourceResolver;

/** Styles and scripts under an address that changes with their content, so that browsers keep them. */
@Component
public class StaticFiles implements WebMvcConfigurer {

    private final String version;

    StaticFiles() {
        this.version = fingerprint();
    }

    public String version() {
        return version;
    }

    @Override
    public void addResourceHandlers(ResourceHandlerRegistry registry) {
        registry.addResourceHandler("/static/" + version + "/**")
                .addResourceLocations("classpath:/static/", "classpath:/META-INF/resources/webjars/")
                .setCacheControl(CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable())
                .resourceChain(true)
                .addResolver(new EncodedResourceResolver());
        registry.addResourceHandler("/favicon.ico")
                .addResourceLocations("classpath:/static/img/")
                .setCacheControl(CacheControl.maxAge(Duration.ofDays(1)));
    }

    private static String fingerprint() {
        try {
            var all = new StringBuilder();
            var resolver = new PathMatchingResourcePatternResolver();
            for (Resource file : resolver.getResources("classpath:/static/**/*.*")) {
                try (var content = file.getInputStream()) {
                    all.append(Digest.of(content).hex());
                }
            }
            return Digest.of(all.toString()).hex().substring(0, 12);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
