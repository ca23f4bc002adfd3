// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.mail.internal.reading;

import be.onthaal.common.CleanText;
import java.util.List;
import java.util.Set;
import org.owasp.html.HtmlSanitizer;

/**
 * The visible text of an HTML body, with its paragraphs, list marks and quotes, for searching and
 * for screens that show plain text.
 */
final class HtmlText implements HtmlSanitizer.Policy {

    private static final int DEEPEST_QUOTE = 5;
    // Only elements whose content a browser reads as text: an unclosed one of another kind would
    // hide the rest of the mail.
    private static final Set<String> HIDDEN =
            Set.of("script", "style", "title", "noembed", "noframes", "iframe");
    private static final Set<String> PARAGRAPHS =
            Set.of(
                    "p",
                    "h1",
                    "h2",
                    "h3",
                    "h4",
                    "h5",
                    "h6",
                    "ul",
                    "ol",
                    "table",
                    "blockquote",
                    "pre");
    private static final Set<String> LINES =
            Set.of(
                    "div",
                    "tr",
                    "li",
                    "dt",
                    "dd",
                    "section",
                    "article",
                    "header",
                    "footer",
                    "address",
                    "center",
                    "form",
                    "fieldset",
                    "figure",
                    "figcaption",
                    "caption");

    private final StringBuilder text = new StringBuilder();
    private int hidden;
    private int quotes;
    private int lastQuotes;
    private int preformatted;
    private int breaks;
    private boolean gap;

    private HtmlText() {}

    static String of(String html) {
        if (html.isEmpty()) {
            return "";
        }
        HtmlText plain = new HtmlText();
        HtmlSanitizer.sanitize(html, plain);
        return CleanText.lines(plain.text.toString()).strip();
    }

    @Override
    public void openDocument() {}

    @Override
    public void closeDocument() {}

    @Override
    public void openTag(String element, List<String> attributes) {
        separate(element);
        switch (element) {
            case "br" -> breaks = Math.min(breaks + 1, 3);
            case "hr" -> breaks = 2;
            case "li" -> {
                write("-");
                gap = true;
            }
            case "td", "th" -> gap = true;
            case "img" -> writeAlternative(attributes);
            case "blockquote" -> quotes++;
            case "pre" -> preformatted++;
            default -> {
                if (HIDDEN.contains(element)) {
                    hidden++;
                }
            }
        }
    }

    @Override
    public void closeTag(String element) {
        separate(element);
        switch (element) {
            case "blockquote" -> quotes = Math.max(quotes - 1, 0);
            case "pre" -> preformatted = Math.max(preformatted - 1, 0);
            default -> {
                if (HIDDEN.contains(element)) {
                    hidden = Math.max(hidden - 1, 0);
                }
            }
        }
    }

    @Override
    public void text(String chunk) {
        if (hidden > 0) {
            return;
        }
        int word = -1;
        for (int i = 0; i < chunk.length(); i++) {
            char c = chunk.charAt(i);
            boolean blank = c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f';
            if (blank && word >= 0) {
                write(chunk.substring(word, i));
                word = -1;
            }
            if (blank && preformatted > 0 && c == '\n') {
                breaks = Math.min(breaks + 1, 3);
            } else if (blank) {
                gap = true;
            } else if (word < 0) {
                word = i;
            }
        }
        if (word >= 0) {
            write(chunk.substring(word));
        }
    }

    private void separate(String element) {
        if (PARAGRAPHS.contains(element)) {
            breaks = Math.max(breaks, 2);
        } else if (LINES.contains(element)) {
            breaks = Math.max(breaks, 1);
        }
    }

    private void writeAlternative(List<String> attributes) {
        String alternative = TagAttributes.value(TagAttributes.few(attributes), "alt");
        if (hidden == 0 && !alternative.isBlank()) {
            text(" " + alternative + " ");
        }
    }

    private static String mark(int depth) {
        return "> ".repeat(Math.min(depth, DEEPEST_QUOTE));
    }

    private void write(String word) {
        if (hidden > 0) {
            return;
        }
        boolean lineStart = text.isEmpty() || breaks > 0;
        if (!text.isEmpty()) {
            String between = mark(Math.min(quotes, lastQuotes)).strip();
            text.append(('\n' + between).repeat(Math.max(breaks - 1, 0)));
            text.append(breaks > 0 ? "\n" : "");
        }
        if (lineStart) {
            text.append(mark(quotes));
        } else if (gap) {
            text.append(' ');
        }
        lastQuotes = quotes;
        breaks = 0;
        gap = false;
        text.append(word.replace('\u00A0', ' '));
    }
}
