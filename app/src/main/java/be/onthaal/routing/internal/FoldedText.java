// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.routing.internal;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.Locale;

/**
 * A text as rules read it: small letters without accents, words apart by one space. What is asked
 * of it takes time by the length of the text, whatever anybody wrote in it or in a rule.
 */
final class FoldedText {

    /** Further on nobody writes what a mail is about. */
    static final int MOST = 20_000;

    private final String spaced;
    private final String[] words;

    FoldedText(String text) {
        String folded = fold(text.length() > MOST ? text.substring(0, MOST) : text);
        this.spaced = " " + folded + " ";
        this.words = folded.isEmpty() ? new String[0] : folded.split(" ");
        Arrays.sort(words);
    }

    /** Letters and digits in small, one space for all between; signs within a word are nothing. */
    static String fold(String text) {
        String apart = Normalizer.normalize(text, Normalizer.Form.NFKD).toLowerCase(Locale.ROOT);
        var folded = new StringBuilder(apart.length());
        boolean space = false;
        for (int at = 0; at < apart.length(); ) {
            int character = apart.codePointAt(at);
            at += Character.charCount(character);
            int type = Character.getType(character);
            if (type == Character.NON_SPACING_MARK || type == Character.FORMAT) {
                continue;
            }
            if (Character.isLetterOrDigit(character)) {
                if (space && !folded.isEmpty()) {
                    folded.append(' ');
                }
                space = false;
                append(folded, character);
            } else {
                space = true;
            }
        }
        return folded.toString();
    }

    /** Letters that have no accent to take off and are still written in two ways. */
    private static void append(StringBuilder folded, int character) {
        switch (character) {
            case 'œ' -> folded.append("oe");
            case 'æ' -> folded.append("ae");
            case 'ø' -> folded.append('o');
            case 'ß' -> folded.append("ss");
            default -> folded.appendCodePoint(character);
        }
    }

    /** Whether the word, or words beside each other, stand in it. */
    boolean has(Word word) {
        String asked = word.folded();
        int space = asked.indexOf(' ');
        if (space < 0) {
            return word.beginning() ? begins(asked) : stands(asked);
        }
        return stands(asked.substring(0, space))
                && spaced.contains(" " + asked + (word.beginning() ? "" : " "));
    }

    /** How many of these words stand in it, each as often as it does. */
    int count(java.util.Set<String> some) {
        int found = 0;
        for (String word : words) {
            if (some.contains(word)) {
                found++;
            }
        }
        return found;
    }

    private boolean stands(String word) {
        return Arrays.binarySearch(words, word) >= 0;
    }

    private boolean begins(String beginning) {
        int at = Arrays.binarySearch(words, beginning);
        int next = at >= 0 ? at : -at - 1;
        return next < words.length && words[next].startsWith(beginning);
    }
}
