// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.mail.internal.reading;

/**
 * The new text of an answer (head) and what the screen folds away (tail): the quoted history and
 * the signature. Head and tail together are the whole text, letter for letter.
 */
public record ReplyCut(String head, String tail) {

    public static ReplyCut of(String text) {
        int cut = new QuoteSearch(text).findCut();
        if (text.substring(0, cut).isBlank()) {
            return new ReplyCut(text, "");
        }
        return new ReplyCut(text.substring(0, cut), text.substring(cut));
    }
}
