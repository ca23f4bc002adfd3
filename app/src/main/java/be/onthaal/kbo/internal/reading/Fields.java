// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.kbo.internal.reading;

import be.onthaal.common.EnterpriseNumber;
import be.onthaal.common.EstablishmentNumber;
import java.time.Month;
import java.time.Year;

/**
 * Cells of an extract as what they stand for. Millions of them come by, so nothing is made of it.
 */
final class Fields {

    /** What no number and no day is. */
    static final long NONE = -1;

    private static final int LENGTH = 10;
    private static final int FIRST_OF_ESTABLISHMENTS = '2';
    private static final int FIRST_OF_BRANCHES = '9';

    private Fields() {}

    /** The number of an enterprise with or without points, as {@link EnterpriseNumber} has it. */
    static long enterprise(String text) {
        long number = digits(text);
        return number >= 0 && first(number) < FIRST_OF_ESTABLISHMENTS && fits(number)
                ? number
                : NONE;
    }

    /** The number of an establishment, as {@link EstablishmentNumber} has it. */
    static long establishment(String text) {
        long number = digits(text);
        boolean inRange =
                first(number) >= FIRST_OF_ESTABLISHMENTS && first(number) < FIRST_OF_BRANCHES;
        return number >= 0 && inRange && fits(number) ? number : NONE;
    }

    /** Branches have no official number, so no check digits either; those seen begin with 9. */
    static long branch(String text) {
        return digits(text);
    }

    static long entity(String text) {
        long number = digits(text);
        return number >= 0 && (first(number) == FIRST_OF_BRANCHES || fits(number)) ? number : NONE;
    }

    /** A day written as dd-mm-yyyy, as yyyymmdd. */
    static long date(String text) {
        if (text.length() != LENGTH || text.charAt(2) != '-' || text.charAt(5) != '-') {
            return NONE;
        }
        int day = number(text, 0, 2);
        int month = number(text, 3, 5);
        int year = number(text, 6, LENGTH);
        boolean exists =
                year > 0
                        && month >= 1
                        && month <= 12
                        && day >= 1
                        && day <= Month.of(month).length(Year.isLeap(year));
        return exists ? (year * 100L + month) * 100 + day : NONE;
    }

    private static long digits(String text) {
        long number = 0;
        int count = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= '0' && c <= '9' && count < LENGTH) {
                number = number * 10 + (c - '0');
                count++;
            } else if (c != '.') {
                return NONE;
            }
        }
        return count == LENGTH ? number : NONE;
    }

    private static int first(long number) {
        return (int) ('0' + number / 1_000_000_000L);
    }

    private static boolean fits(long number) {
        return number >= 100 && 97 - (number / 100) % 97 == number % 100;
    }

    private static int number(String text, int from, int until) {
        int number = 0;
        for (int i = from; i < until; i++) {
            char c = text.charAt(i);
            if (c < '0' || c > '9') {
                return -1;
            }
            number = number * 10 + (c - '0');
        }
        return number;
    }
}
