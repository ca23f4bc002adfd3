// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.mail.internal.reading;

import java.util.List;
import java.util.stream.Collectors;

/**
 * A stretch of the body, as plain text, as HTML or as both; an empty text means that the stretch
 * does not exist in that form.
 */
record BodyBlock(String plain, String html) {

    static BodyBlock plain(String text) {
        return new BodyBlock(text, "");
    }

    static BodyBlock html(String html) {
        return new BodyBlock("", html);
    }

    /** The same content in several forms becomes one block. */
    static BodyBlock alternatives(List<BodyBlock> forms) {
        String plain =
                forms.stream()
                        .filter(form -> form.html().isEmpty())
                        .map(BodyBlock::plain)
                        .distinct()
                        .collect(Collectors.joining("\n"));
        String html =
                forms.stream()
                        .filter(form -> !form.html().isEmpty())
                        .map(BodyBlock::html)
                        .distinct()
                        .collect(Collectors.joining("\n"));
        return new BodyBlock(plain, html);
    }

    boolean isBlank() {
        return plain.isBlank() && html.isBlank();
    }

    String asText() {
        return plain.isBlank() ? HtmlText.of(html) : plain;
    }

    String asHtml() {
        return html.isEmpty() ? PlainText.toHtml(plain) : html;
    }
}
