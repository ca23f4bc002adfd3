// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.common;

import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A telephone number in the international form of E.164; personal data, so logs see only its tail.
 *
 * <p>Belgian numbers follow the numbering plan of the BIPT: eight digits after the 0, nine for
 * mobile ones. Short numbers such as 112 or 1700 belong to no customer and are not taken.
 */
public record PhoneNumber(String value) {

    private static final String BELGIUM = "+32";
    private static final Pattern WRITTEN =
            Pattern.compile("(?:tel:)?(\\+?[0-9]*)(?:\\((\\+?[0-9]{1,4})\\))?([0-9]+)");

    /** Italy is the one country that keeps the 0 of its area codes when called from abroad. */
    private static final Pattern ITALY = Pattern.compile("(?:\\+|00)39");

    private static final Pattern FOREIGN = Pattern.compile("\\+[1-9][0-9]{6,14}");
    private static final Pattern BELGIAN =
            Pattern.compile("\\+32(?:4[5-9][0-9]{7}|(?!4[5-9])[1-9][0-9]{7})");

    public PhoneNumber {
        if (!isValid(value)) {
            throw new IllegalArgumentException("Not a telephone number");
        }
    }

    /** Reads 03 123 45 67, 0475/12.34.56, +32 (0)3 123 45 67, 0032 3... and foreign with +. */
    public static Optional<PhoneNumber> parse(String text) {
        return Digits.ungrouped(text)
                .map(WRITTEN::matcher)
                .filter(Matcher::matches)
                .map(written -> international(withoutBrackets(written)))
                .filter(PhoneNumber::isValid)
                .map(PhoneNumber::new);
    }

    public boolean isBelgian() {
        return value.startsWith(BELGIUM);
    }

    /** Whether it is a Belgian mobile number, which can receive text messages. */
    public boolean isBelgianMobile() {
        return isBelgian() && value.length() == BELGIUM.length() + 9;
    }

    /** Belgian numbers as in the telephone directory, foreign ones as they are dialled. */
    public String display() {
        if (!isBelgian()) {
            return value;
        }
        String number = value.substring(BELGIUM.length());
        if (isBelgianMobile()) {
            return grouped(number, 3, 5, 7);
        }
        if (number.startsWith("80") || number.startsWith("90")) {
            return grouped(number, 3, 5);
        }
        boolean largeZone = "2349".indexOf(number.charAt(0)) >= 0;
        return largeZone ? grouped(number, 1, 4, 6) : grouped(number, 2, 4, 6);
    }

    @Override
    public String toString() {
        return "PhoneNumber[***" + value.substring(value.length() - 2) + "]";
    }

    /** The brackets around an area code say nothing; (0) after a country means: not from abroad. */
    private static String withoutBrackets(Matcher written) {
        String head = written.group(1);
        String area = Objects.requireNonNullElse(written.group(2), "");
        boolean dropped = area.equals("0") && !head.isEmpty() && !ITALY.matcher(head).matches();
        return head + (dropped ? "" : area) + written.group(3);
    }

    private static String international(String written) {
        if (written.startsWith("00")) {
            return withoutTrunkZero("+" + written.substring(2));
        }
        if (written.startsWith("0")) {
            return BELGIUM + written.substring(1);
        }
        // Telephone exchanges leave out the plus; without a 0 the rest cannot be Belgian.
        boolean bareBelgian = written.startsWith("32");
        return withoutTrunkZero(bareBelgian ? "+" + written : written);
    }

    private static String withoutTrunkZero(String number) {
        return number.startsWith(BELGIUM + "0") ? BELGIUM + number.substring(4) : number;
    }

    private static String grouped(String number, int... starts) {
        var display = new StringBuilder("0").append(number);
        for (int i = starts.length - 1; i >= 0; i--) {
            display.insert(starts[i] + 1, ' ');
        }
        return display.toString();
    }

    private static boolean isValid(String value) {
        if (value.length() > Digits.LONGEST) {
            return false;
        }
        return value.startsWith(BELGIUM)
                ? BELGIAN.matcher(value).matches()
                : FOREIGN.matcher(value).matches();
    }
}
