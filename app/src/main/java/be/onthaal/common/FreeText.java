// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.common;

/**
 * What people and mail programs write: any characters and a generous length, but not without end.
 */
public final class FreeText {

    private static final char REPLACEMENT = '\ufffd';

    private FreeText() {}

    /** The text without surrounding space and without what a database cannot keep. */
    public static String clean(String text, int longest, String tooLong) {
        if (text.length() > longest) {
            throw new Refused(tooLong, longest);
        }
        return storable(text).strip();
    }

    /** The same, for a text that must say something. */
    public static String required(String text, int longest, String missing, String tooLong) {
        String clean = clean(text, longest, tooLong);
        if (clean.isEmpty()) {
            throw new Refused(missing);
        }
        return clean;
    }

    /** NUL cannot be stored, and half a character can be neither stored nor shown. */
    private static String storable(String text) {
        var kept = new StringBuilder(text.length());
        text.codePoints()
                .filter(character -> character != 0)
                .forEach(character -> kept.appendCodePoint(whole(character)));
        return kept.toString();
    }

    private static int whole(int character) {
        return Character.getType(character) == Character.SURROGATE ? REPLACEMENT : character;
    }
}
