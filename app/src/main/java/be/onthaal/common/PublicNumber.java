// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.common;

import java.util.Collection;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A number people can read aloud, counted per prefix and year: Z-2026-004217. */
public record PublicNumber(String prefix, int year, int sequence) {

    private static final Pattern PREFIX = Pattern.compile("[A-Z]{1,4}");
    private static final int FIRST_YEAR = 1900;
    private static final int LAST_YEAR = 2999;
    private static final int FULL_SEQUENCE = 6;
    private static final int LARGEST = 999_999_999;

    /** The dashes that mail programs and keyboards make of a hyphen. */
    private static final String DASH = "[-\u2010\u2011\u2012\u2013\u2212]";

    private static final String MAYBE_DASH = "\\s*" + DASH + "?\\s*";
    private static final String SPACED_DASH = "\\s{0,3}" + DASH + "\\s{0,3}";

    private static final Pattern WRITTEN =
            Pattern.compile(
                    "\\[?\\s*([A-Za-z]{1,4})"
                            + MAYBE_DASH
                            + "([0-9]{4})"
                            + MAYBE_DASH
                            + "([0-9]{1,9})\\s*]?");

    private static final String NOT_AFTER_WORD = "(?<![\\p{L}\\p{N}_]|[\\p{L}\\p{N}]" + DASH + ")";
    private static final String NOT_BEFORE_WORD = "(?![\\p{L}\\p{N}_]|" + DASH + "[\\p{L}\\p{N}])";

    public PublicNumber {
        if (!PREFIX.matcher(prefix).matches()) {
            throw new IllegalArgumentException("A prefix is one to four capitals: " + prefix);
        }
        if (year < FIRST_YEAR || year > LAST_YEAR || sequence < 1 || sequence > LARGEST) {
            throw new IllegalArgumentException("No such number: " + year + ", " + sequence);
        }
    }

    /** Reads a number that stands alone, whatever the capitals, spaces and leading zeros. */
    public static Optional<PublicNumber> parse(String text) {
        if (text.length() > Digits.LONGEST) {
            return Optional.empty();
        }
        Matcher written = WRITTEN.matcher(text.strip());
        return written.matches() ? read(written) : Optional.empty();
    }

    /**
     * Finds the number a mail subject is about; one between square brackets, as our own letters
     * write it, wins over others.
     */
    public static Optional<PublicNumber> findIn(String text, Collection<String> prefixes) {
        if (prefixes.isEmpty()) {
            return Optional.empty();
        }
        Optional<PublicNumber> first = Optional.empty();
        Matcher matcher = within(prefixes).matcher(text);
        while (matcher.find()) {
            Optional<PublicNumber> number = isMeant(matcher) ? read(matcher) : Optional.empty();
            if (number.isPresent() && isBetweenBrackets(text, matcher.start(), matcher.end())) {
                return number;
            }
            first = first.or(() -> number);
        }
        return first;
    }

    /** Z-2026-004217, with six digits or as many more as the sequence needs. */
    public String display() {
        return String.format(Locale.ROOT, "%s-%04d-%06d", prefix, year, sequence);
    }

    /** As it stands in the subject of our mails, for the answer to find its way back. */
    public String inSubject() {
        return "[" + display() + "]";
    }

    @Override
    public String toString() {
        return display();
    }

    private static Optional<PublicNumber> read(Matcher matcher) {
        String prefix = matcher.group(1).toUpperCase(Locale.ROOT);
        int year = Integer.parseInt(matcher.group(2));
        int sequence = Integer.parseInt(matcher.group(3));
        return year < FIRST_YEAR || year > LAST_YEAR || sequence < 1
                ? Optional.empty()
                : Optional.of(new PublicNumber(prefix, year, sequence));
    }

    private static Pattern within(Collection<String> prefixes) {
        String prefix = prefixes.stream().map(Pattern::quote).collect(Collectors.joining("|"));
        return Pattern.compile(
                "(?="
                        + prefix
                        + ")"
                        + NOT_AFTER_WORD
                        + "("
                        + prefix
                        + ")"
                        + SPACED_DASH
                        + "([0-9]{4})"
                        + SPACED_DASH
                        + "([0-9]{1,9})"
                        + NOT_BEFORE_WORD,
                Pattern.CASE_INSENSITIVE);
    }

    /** With spaces only in full: "wilt u - 2026 - 12 stoelen" is no number. */
    private static boolean isMeant(Matcher matcher) {
        boolean compact = matcher.group().chars().noneMatch(Character::isWhitespace);
        return compact || matcher.group(3).length() >= FULL_SEQUENCE;
    }

    private static boolean isBetweenBrackets(String text, int start, int end) {
        return start > 0
                && text.charAt(start - 1) == '['
                && end < text.length()
                && text.charAt(end) == ']';
    }
}
