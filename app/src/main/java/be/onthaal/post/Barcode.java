// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.post;

import be.onthaal.common.Refused;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * The code on a registered letter or parcel, as it was scanned. Those of bpost are checked as bpost
 * and the Universal Postal Union (standard S10) describe them; codes of others are kept as they
 * are.
 */
public record Barcode(String value) {

    private static final int LONGEST = 60;
    private static final Pattern ANY = Pattern.compile("[A-Z0-9]{6,40}");
    private static final Pattern S10 = Pattern.compile("[A-Z]{2}[0-9]{9}[A-Z]{2}");
    private static final Pattern NATIONAL = Pattern.compile("010[0-9]+");
    private static final int NATIONAL_DIGITS = 30;
    private static final Pattern PARCEL = Pattern.compile("(3299|3232)[0-9]{20}|3232[0-9]{14}");
    private static final Pattern LICENCE_PLATE = Pattern.compile("JJBEA[A-Z0-9]{22}");
    private static final int[] WEIGHTS = {8, 6, 4, 2, 3, 5, 9, 7};

    public Barcode {
        if (!ANY.matcher(value).matches() || !isWhole(value)) {
            throw new Refused("post.barcode-wrong");
        }
    }

    /** Reads what a scanner or a person typed, whatever the spaces and capitals. */
    public static Barcode of(String typed) {
        if (typed.length() > LONGEST) {
            throw new Refused("post.barcode-wrong");
        }
        return new Barcode(typed.replaceAll("[\\s.-]", "").toUpperCase(Locale.ROOT));
    }

    private static boolean isWhole(String code) {
        if (S10.matcher(code).matches()) {
            return checkDigit(code) == code.charAt(10) - '0';
        }
        if (NATIONAL.matcher(code).matches()) {
            return code.length() == NATIONAL_DIGITS;
        }
        if (code.startsWith("3299") || code.startsWith("3232")) {
            return PARCEL.matcher(code).matches();
        }
        return !code.startsWith("JJBEA") || LICENCE_PLATE.matcher(code).matches();
    }

    /** UPU S10: the weighted sum of the eight digits, modulo eleven. */
    private static int checkDigit(String code) {
        int sum = 0;
        for (int i = 0; i < WEIGHTS.length; i++) {
            sum += WEIGHTS[i] * (code.charAt(i + 2) - '0');
        }
        int left = 11 - sum % 11;
        return left == 10 ? 0 : left == 11 ? 5 : left;
    }

    @Override
    public String toString() {
        return value;
    }
}
