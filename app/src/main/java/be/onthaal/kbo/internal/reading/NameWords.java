// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.kbo.internal.reading;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The words by which a name is found: small letters without accents or punctuation, initials
 * together, and without the legal form, which people leave out or write as it no longer is.
 *
 * @param words in their order
 */
public record NameWords(List<String> words) {

    private static final int LONGEST_WORD = 60;
    private static final int MOST_WORDS = 40;
    private static final int LONGEST = 300;
    private static final Pattern ACCENTS = Pattern.compile("\\p{M}+");

    /** Abbreviations of WVV art. 1:5 and of the forms before it, in three languages. */
    private static final Set<String> LEGAL_FORMS =
            Set.of(
                    "nv", "sa", "bv", "bvba", "ebvba", "sbvba", "srl", "sprl", "sprlu", "gmbh",
                    "ag", "cv", "cvba", "cvoa", "cvso", "sc", "scrl", "scri", "scrlfs", "comm",
                    "commv", "commva", "gcv", "scs", "sca", "vof", "snc", "vzw", "asbl", "ivzw",
                    "aisbl", "vog", "esv", "gie", "eesv", "geie", "sarl", "ltd");

    /** Small words that some write apart and others together: De Smet, Desmet, Vandenbroeck. */
    private static final Set<String> PARTICLES =
            Set.of(
                    "van", "vande", "vanden", "vander", "de", "den", "der", "des", "du", "het", "t",
                    "ter", "ten", "te", "op", "d", "l", "la", "le", "les", "el", "al", "ben", "von",
                    "sint", "saint", "sainte", "sankt");

    public NameWords {
        words = List.copyOf(words);
    }

    /**
     * The words of a name, or of what somebody types to find it; none when there are no letters.
     */
    public static NameWords of(String name) {
        List<String> words = split(folded(name));
        List<String> own = words.stream().filter(word -> !LEGAL_FORMS.contains(word)).toList();
        return new NameWords(own.isEmpty() ? words : own);
    }

    public boolean isEmpty() {
        return words.isEmpty();
    }

    /** The name as it is kept for the search; never empty. */
    public String key() {
        String key = String.join(" ", words);
        return key.isEmpty() ? "?" : cut(key);
    }

    /** The words that are there only when particles are joined; empty when there are none. */
    public String joinedKey() {
        return cut(
                joined().stream()
                        .filter(word -> !words.contains(word))
                        .collect(Collectors.joining(" ")));
    }

    /** The same words with particles joined to what follows them; none when there are none. */
    public List<String> joined() {
        List<String> joined = new ArrayList<>(words.size());
        var run = new StringBuilder();
        for (int i = 0; i < words.size(); i++) {
            run.append(words.get(i));
            boolean last = i == words.size() - 1;
            if (last || run.length() > LONGEST_WORD || !PARTICLES.contains(words.get(i))) {
                joined.add(run.toString());
                run.setLength(0);
            }
        }
        return joined.size() == words.size() ? List.of() : List.copyOf(joined);
    }

    private static String cut(String key) {
        return key.length() > LONGEST ? key.substring(0, LONGEST).strip() : key;
    }

    private static String folded(String name) {
        String small = name.toLowerCase(Locale.ROOT);
        for (int i = 0; i < small.length(); i++) {
            if (small.charAt(i) >= 128) {
                return ACCENTS.matcher(Normalizer.normalize(small, Normalizer.Form.NFKD))
                        .replaceAll("")
                        .replace("ß", "ss")
                        .replace("æ", "ae")
                        .replace("œ", "oe")
                        .replace('ø', 'o')
                        .replace('ł', 'l')
                        .replace('đ', 'd')
                        .replace('ı', 'i');
            }
        }
        return small;
    }

    /** Runs of letters and digits; initials that are one character apart, as in K.B.C., are one. */
    private static List<String> split(String folded) {
        List<String> words = new ArrayList<>();
        int from = -1;
        int ended = -1;
        boolean initials = false;
        for (int i = 0; i <= folded.length() && words.size() < MOST_WORDS; i++) {
            boolean inside = i < folded.length() && Character.isLetterOrDigit(folded.charAt(i));
            if (inside && from < 0) {
                from = i;
            } else if (!inside && from >= 0) {
                String word = folded.substring(from, Math.min(i, from + LONGEST_WORD));
                boolean letter = word.length() == 1;
                if (letter && initials && from == ended + 1) {
                    words.add(words.removeLast() + word);
                } else {
                    words.add(word);
                }
                initials = letter;
                ended = i;
                from = -1;
            }
        }
        return words;
    }
}
