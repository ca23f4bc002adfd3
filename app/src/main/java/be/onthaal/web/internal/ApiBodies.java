// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.web.internal;

import be.onthaal.common.Refused;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** What a program sends says how long it is, and is not longer than anything it could mean. */
@Component
class ApiBodies implements HandlerInterceptor, WebMvcConfigurer {

    private static final long LARGEST = 1_000_000;

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this).addPathPatterns("/api/**");
    }

    @Override
    public boolean preHandle(
            HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (request.getContentLengthLong() > LARGEST) {
            throw new Refused("web.body-too-large", LARGEST);
        }
        if (request.getHeader("Transfer-Encoding") != null) {
            throw new Refused("web.length-missing");
        }
        return true;
    }
}
