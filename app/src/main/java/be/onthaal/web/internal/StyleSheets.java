// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.web.internal;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.core.io.Resource;
import org.springframework.web.servlet.resource.ResourceResolver;
import org.springframework.web.servlet.resource.ResourceResolverChain;

/** Joins the style sheets by subject into one for each sort of page, in the order they need. */
class StyleSheets implements ResourceResolver {

    private static final Map<String, List<String>> PARTS =
            Map.of(
                    "css/desk.css",
                    List.of(
                            "tokens",
                            "desk/base",
                            "desk/layout",
                            "desk/layout-narrow",
                            "desk/utilities",
                            "desk/things",
                            "desk/lists",
                            "desk/tables",
                            "desk/forms",
                            "desk/feedback",
                            "desk/adapts",
                            "desk/reading",
                            "desk/overlays",
                            "desk/decisions",
                            "desk/documents",
                            "desk/post",
                            "desk/pages"),
                    "css/citizen.css",
                    List.of("tokens", "citizen/base", "citizen/forms", "citizen/told"));

    private final Map<String, Resource> sheets =
            PARTS.keySet().stream()
                    .collect(Collectors.toUnmodifiableMap(Function.identity(), Sheet::new));

    @Override
    public @Nullable Resource resolveResource(
            @Nullable HttpServletRequest request,
            String path,
            List<? extends Resource> places,
            ResourceResolverChain chain) {
        return Optional.ofNullable(sheets.get(path))
                .orElseGet(() -> chain.resolveResource(request, path, places));
    }

    @Override
    public @Nullable String resolveUrlPath(
            String path, List<? extends Resource> places, ResourceResolverChain chain) {
        return sheets.containsKey(path) ? path : chain.resolveUrlPath(path, places);
    }

    /** One sheet, as browsers get it. */
    private static final class Sheet extends ByteArrayResource {

        private final String path;

        Sheet(String path) {
            super(joined(path));
            this.path = path;
        }

        @Override
        public String getFilename() {
            return path;
        }

        /** Its address says which version it is. */
        @Override
        public long lastModified() {
            return 0;
        }

        private static byte[] joined(String path) {
            return PARTS.getOrDefault(path, List.of()).stream()
                    .map(Sheet::part)
                    .collect(Collectors.joining("\n"))
                    .getBytes(StandardCharsets.UTF_8);
        }

        private static String part(String name) {
            try (InputStream file =
                    StyleSheets.class.getResourceAsStream("/static/css/" + name + ".css")) {
                if (file == null) {
                    throw new IllegalStateException("No style sheet " + name);
                }
                return new String(file.readAllBytes(), StandardCharsets.UTF_8);
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
        }
    }
}
