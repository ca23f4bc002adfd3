// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.paper;

import java.util.Map;

/**
 * A text to be laid out on A4.
 *
 * @param title what a reader shows in its title bar, and what it is called aloud
 * @param language in which it is read aloud, as in BCP 47
 * @param body well-formed HTML of headings, paragraphs, lists, tables and emphasis; nothing of it
 *     may point to a file elsewhere
 * @param pictures the pictures that the body shows as {@code <img src="picture:name"/>}, by name
 */
public record Paper(String title, String language, String body, Map<String, Picture> pictures) {

    public Paper {
        pictures = Map.copyOf(pictures);
    }

    /** One without pictures. */
    public static Paper of(String title, String language, String body) {
        return new Paper(title, language, body, Map.of());
    }

    /** A text as it is, with nothing in it that could be taken for markup. */
    public static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
