// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.mail.internal.reading;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/** HTML as attackers write it, by family, and as an honest town writes its newsletter. */
final class HostileHtml {

    private HostileHtml() {}

    /** One payload a line; a return sign stands for a line break inside a payload. */
    static List<String> payloads() {
        return resource("hostile-html.txt").lines().map(line -> line.replace('⏎', '\n')).toList();
    }

    static String newsletter() {
        return resource("newsletter.html");
    }

    private static String resource(String name) {
        try (InputStream file = HostileHtml.class.getResourceAsStream(name)) {
            return new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
