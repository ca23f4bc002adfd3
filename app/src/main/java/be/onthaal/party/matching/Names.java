// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.party.matching;

import java.text.Normalizer;
import java.util.List;

/** Names as they sound and as they are looked up, whatever the accents, capitals and spaces. */
final class Names {

    /** Longest first; "Van den Berghe", "Vandenberghe" and "Vanden Berghe" are one name. */
    private static final List<String> PARTICLES =
            List.of(
                    "vanden", "vander", "vanhet", "vande", "vant", "van", "opden", "opde", "opt",
                    "den", "der", "ten", "ter", "de");

    private static final int SHORTEST_CORE = 4;
    private static final int LONGEST_SOUND = 6;

    private Names() {}

    /** Small letters and digits only, without accents; words stay apart by one space. */
    static String words(String written) {
        String plain = isAscii(written) ? written : withoutAccents(written);
        var words = new StringBuilder(plain.length());
        for (int i = 0; i < plain.length(); i++) {
            char c = lower(plain.charAt(i));
            if (isLetterOrDigit(c)) {
                words.append(c);
            } else if (c != '\'' && !words.isEmpty() && words.charAt(words.length() - 1) != ' ') {
                words.append(' ');
            }
        }
        return words.toString().strip();
    }

    /** The words run together. */
    static String joined(String words) {
        return words.indexOf(' ') < 0 ? words : words.replace(" ", "");
    }

    /** The name without its particles, so that these do not make strangers look alike. */
    static String core(String joined) {
        for (String particle : PARTICLES) {
            if (joined.startsWith(particle)) {
                boolean enough = joined.length() - particle.length() >= SHORTEST_CORE;
                return enough ? joined.substring(particle.length()) : joined;
            }
        }
        return joined;
    }

    /**
     * How a name sounds in Dutch, roughly: spellings of one sound are one letter, vowels count only
     * in front. After Soundex (Russell 1918), with the letters that Flemish names confuse.
     */
    static String sound(String joined) {
        var sound = new StringBuilder(LONGEST_SOUND);
        for (int i = 0; i < joined.length() && sound.length() < LONGEST_SOUND; i++) {
            char letter = soundOf(joined, i);
            boolean vowel = letter == 'a';
            boolean again = !sound.isEmpty() && sound.charAt(sound.length() - 1) == letter;
            if (letter != ' ' && !again && !(vowel && i > 0)) {
                sound.append(letter);
            }
        }
        return sound.toString();
    }

    private static char soundOf(String name, int at) {
        return switch (name.charAt(at)) {
            case 'a', 'e', 'i', 'o', 'u', 'y', 'j' -> 'a';
            case 'h', 'w' -> at == 0 ? name.charAt(0) : ' ';
            case 'c' -> at + 1 < name.length() && name.charAt(at + 1) == 'h' ? 'g' : 'k';
            case 'k', 'q' -> 'k';
            case 'x', 'z' -> 's';
            case 'v' -> 'f';
            case 'p' -> at + 1 < name.length() && name.charAt(at + 1) == 'h' ? 'f' : 'p';
            case 'd' -> 't';
            default -> name.charAt(at);
        };
    }

    private static boolean isAscii(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) >= 128) {
                return false;
            }
        }
        return true;
    }

    private static String withoutAccents(String text) {
        String apart = Normalizer.normalize(text, Normalizer.Form.NFKD);
        var plain = new StringBuilder(apart.length());
        for (int i = 0; i < apart.length(); i++) {
            char c = apart.charAt(i);
            if (Character.getType(c) != Character.NON_SPACING_MARK) {
                plain.append(spelledOut(c));
            }
        }
        return plain.toString();
    }

    private static String spelledOut(char c) {
        return switch (c) {
            case 'ß' -> "ss";
            case 'æ', 'Æ' -> "ae";
            case 'ø', 'Ø' -> "o";
            case 'œ', 'Œ' -> "oe";
            case 'ł', 'Ł' -> "l";
            case '\u2019' -> "'";
            default -> String.valueOf(c);
        };
    }

    private static char lower(char c) {
        return c >= 'A' && c <= 'Z' ? (char) (c + 32) : c;
    }

    private static boolean isLetterOrDigit(char c) {
        return c < 128 ? c >= 'a' && c <= 'z' || c >= '0' && c <= '9' : Character.isLetter(c);
    }
}
