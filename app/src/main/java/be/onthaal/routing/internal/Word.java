// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.routing.internal;

import be.onthaal.common.FreeText;
import be.onthaal.common.Refused;

/**
 * A word of a rule, or some beside each other; with a star at the end, how a word begins.
 *
 * @param written as the administrator wrote it
 */
record Word(String written, String folded, boolean beginning) {

    static final int LONGEST = 60;
    private static final int SHORTEST_BEGINNING = 2;

    /** Reads a word, or refuses what cannot be one; patterns are not known here. */
    static Word checked(String text) {
        String written =
                FreeText.required(text, LONGEST, "routing.word-empty", "routing.word-long");
        Word word = of(written);
        if (word.folded.isEmpty()) {
            throw new Refused("routing.word-empty");
        }
        int star = written.indexOf('*');
        if (star >= 0 && star < written.length() - 1) {
            throw new Refused("routing.word-star");
        }
        if (word.beginning && word.folded.length() < SHORTEST_BEGINNING) {
            throw new Refused("routing.word-short", SHORTEST_BEGINNING);
        }
        return word;
    }

    /** A word that was checked when it was kept. */
    static Word of(String written) {
        return new Word(written, FoldedText.fold(written), written.endsWith("*"));
    }
}
