// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.common;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** The number of a bank account (ISO 13616); personal data, so logs see only its tail. */
public record Iban(String value) {

    private static final Pattern FORM = Pattern.compile("[A-Z]{2}[0-9]{2}[A-Z0-9]{11,30}");
    private static final int SHORTEST = 15;
    private static final int LONGEST = 34;

    /** Lengths in the countries of the single euro payments area; others are only computed. */
    private static final Map<String, Integer> LENGTHS =
            lengths(
                    "AD24 AL28 AT20 BE16 BG22 CH21 CY28 CZ24 DE22 DK18 EE20 ES24 FI18 FR27 GB22"
                            + " GI23 GR27 HR21 HU28 IE22 IS26 IT27 LI21 LT20 LU20 LV21 MC27 MD24"
                            + " ME22 MK19 MT31 NL18 NO15 PL28 PT25 RO24 RS22 SE24 SI19 SK24 SM27"
                            + " VA22");

    public Iban {
        if (!isValid(value)) {
            throw new IllegalArgumentException("Not an IBAN");
        }
    }

    public static Optional<Iban> parse(String text) {
        return Digits.ungrouped(text)
                .map(bare -> bare.toUpperCase(Locale.ROOT))
                .map(bare -> bare.startsWith("IBAN") ? bare.substring("IBAN".length()) : bare)
                .filter(Iban::isValid)
                .map(Iban::new);
    }

    /** The ISO code of the country of the bank. */
    public String country() {
        return value.substring(0, 2);
    }

    /** In groups of four, as on the card. */
    public String display() {
        return value.replaceAll("(.{4})(?!$)", "$1 ");
    }

    @Override
    public String toString() {
        return "Iban[" + country() + "***" + value.substring(value.length() - 3) + "]";
    }

    private static boolean isValid(String value) {
        if (value.length() < SHORTEST
                || value.length() > LONGEST
                || !FORM.matcher(value).matches()) {
            return false;
        }
        String country = value.substring(0, 2);
        return LENGTHS.getOrDefault(country, value.length()) == value.length()
                && remainder(value.substring(4) + value.substring(0, 4)) == 1
                && (!country.equals("BE") || isBelgianAccount(value.substring(4)));
    }

    /** ISO 7064 modulo 97: letters count as 10 to 35. */
    private static int remainder(String text) {
        int rest = 0;
        for (int i = 0; i < text.length(); i++) {
            int number = Character.digit(text.charAt(i), 36);
            rest = (rest * (number < 10 ? 10 : 100) + number) % 97;
        }
        return rest;
    }

    /** The twelve digits of a Belgian account carried a check of their own before IBAN. */
    private static boolean isBelgianAccount(String account) {
        return Digits.are(account, 12)
                && Digits.remainder(Long.parseLong(account, 0, 10, 10))
                        == Digits.number(account, 10, 12);
    }

    private static Map<String, Integer> lengths(String list) {
        var lengths = new HashMap<String, Integer>();
        for (String entry : list.split(" ", -1)) {
            lengths.put(entry.substring(0, 2), Integer.valueOf(entry.substring(2)));
        }
        return Map.copyOf(lengths);
    }
}
