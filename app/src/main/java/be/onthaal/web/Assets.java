// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.web;

import be.onthaal.common.Digest;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/**
 * Addresses of styles, scripts and icons; they change with their content, so browsers keep them.
 */
public final class Assets {

    /** The fingerprint of all of them. */
    public static final String VERSION = fingerprint();

    private Assets() {}

    /** The address of a file such as {@code css/desk.css}. */
    public static String path(String file) {
        return "/static/" + VERSION + "/" + file;
    }

    /** The address of an icon in the sheet. */
    public static String icon(String name) {
        return path("img/icons.svg") + "#" + name;
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
