// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.common;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;

/**
 * The number of a person in the national register or, as BIS number, in that of the KSZ (INSZ).
 *
 * <p>YYMMDD, a serial number that is odd for men and even for women, and two check digits that also
 * tell the century (KB of 3 April 1984; BIS: KB of 8 February 1991, art. 2 to 4). Personal data:
 * logs never see it.
 */
public record NationalNumber(String value) {

    /** Who gave the number; the month is raised by 20 or 40 for BIS, and by 60 more for tests. */
    public enum Kind {
        ORDINARY,
        BIS,
        TEST
    }

    /** What the parity of the serial number says. */
    public enum Sex {
        MALE,
        FEMALE
    }

    private static final int LENGTH = 11;
    private static final long FROM_2000 = 2_000_000_000L;
    private static final int TEST_MONTHS = 60;
    private static final int BIS_MONTHS = 20;

    public NationalNumber {
        if (!isValid(value)) {
            throw new IllegalArgumentException("Not a national number");
        }
    }

    /** Reads 85.07.30-033.28 and the eleven bare digits. */
    public static Optional<NationalNumber> parse(String text) {
        return Digits.ungrouped(text).filter(NationalNumber::isValid).map(NationalNumber::new);
    }

    public Kind kind() {
        return kind(month(value));
    }

    /**
     * The date of birth, only from an ordinary number that has a month and a day; otherwise nothing
     * may be derived. A mistyped number may yield a date in the future.
     */
    public Optional<LocalDate> birthDate() {
        int day = day(value);
        return tellsBirth() && day > 0
                ? Optional.of(LocalDate.of(year(value), month(value), day))
                : Optional.empty();
    }

    /** The sex, only from an ordinary number that has a month. */
    public Optional<Sex> sex() {
        return tellsBirth()
                ? Optional.of(serial(value) % 2 == 1 ? Sex.MALE : Sex.FEMALE)
                : Optional.empty();
    }

    /** As on the identity card: 85.07.30-033.28. */
    public String display() {
        return "%s.%s.%s-%s.%s"
                .formatted(
                        value.substring(0, 2),
                        value.substring(2, 4),
                        value.substring(4, 6),
                        value.substring(6, 9),
                        value.substring(9));
    }

    @Override
    public String toString() {
        return "NationalNumber[***" + value.substring(9) + "]";
    }

    private boolean tellsBirth() {
        return kind() == Kind.ORDINARY && month(value) > 0;
    }

    private static boolean isValid(String value) {
        return Digits.are(value, LENGTH) && year(value) > 0 && hasPossibleParts(value);
    }

    /**
     * Month 00 means unknown, or that the serial numbers of a day ran out, after which the day
     * counts on as well. BIS and test numbers are looser: real ones carry serials 000 and 999.
     */
    private static boolean hasPossibleParts(String value) {
        int month = month(value);
        int day = day(value);
        if (month % BIS_MONTHS > 12 || month >= TEST_MONTHS + 2 * BIS_MONTHS || day > 31) {
            return false;
        }
        if (kind(month) != Kind.ORDINARY) {
            return true;
        }
        int serial = serial(value);
        boolean dayExists = month == 0 || day <= YearMonth.of(year(value), month).lengthOfMonth();
        return dayExists && serial >= 1 && serial <= 998;
    }

    private static Kind kind(int month) {
        if (month >= TEST_MONTHS) {
            return Kind.TEST;
        }
        return month >= BIS_MONTHS ? Kind.BIS : Kind.ORDINARY;
    }

    /** The year of birth in the century for which the check digits fit; 0 when for neither. */
    private static int year(String value) {
        int number = Digits.number(value, 0, 9);
        int check = Digits.number(value, 9, LENGTH);
        if (Digits.complementFits(number, check)) {
            return 1900 + Digits.number(value, 0, 2);
        }
        return Digits.complementFits(FROM_2000 + number, check)
                ? 2000 + Digits.number(value, 0, 2)
                : 0;
    }

    private static int month(String value) {
        return Digits.number(value, 2, 4);
    }

    private static int day(String value) {
        return Digits.number(value, 4, 6);
    }

    private static int serial(String value) {
        return Digits.number(value, 6, 9);
    }
}
