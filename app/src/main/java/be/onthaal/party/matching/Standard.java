// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.party.matching;

import be.onthaal.common.NationalNumber;
import be.onthaal.common.PartialDate;
import be.onthaal.common.PhoneNumber;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A profile in one notation, so that equal things are equal texts; empty means not known.
 *
 * @param birthDate eight digits, with zeros for what is not known
 * @param validNumber whether the number is a national number that can exist, and so decides alone
 */
record Standard(
        String id,
        String family,
        String given,
        String birthDate,
        String number,
        boolean validNumber,
        String email,
        List<String> phones,
        String sex,
        String street,
        String houseNumber,
        String postcode,
        String municipality) {

    private static final int DATE_DIGITS = 8;
    private static final int FEWEST_PHONE_DIGITS = 6;
    private static final int SLIPS_IN_MAILBOX = 2;

    static Standard of(Profile profile) {
        String written = text(profile, Trait.NATIONAL_NUMBER);
        Optional<NationalNumber> number = NationalNumber.parse(written);
        String email = text(profile, Trait.EMAIL).strip().toLowerCase(Locale.ROOT);
        String given = words(profile, Trait.GIVEN_NAMES);
        return new Standard(
                profile.id(),
                words(profile, Trait.FAMILY_NAME),
                spelledOut(given, email),
                birthDate(text(profile, Trait.BIRTH_DATE), number),
                number.map(NationalNumber::value).orElseGet(() -> bare(written)),
                number.isPresent(),
                email,
                profile.all(Trait.PHONE).stream()
                        .map(Standard::phone)
                        .filter(phone -> !phone.isEmpty())
                        .distinct()
                        .toList(),
                sex(text(profile, Trait.SEX), number),
                street(words(profile, Trait.STREET)),
                bare(text(profile, Trait.HOUSE_NUMBER)),
                bare(text(profile, Trait.POSTCODE)),
                Names.joined(words(profile, Trait.MUNICIPALITY)));
    }

    /** Logs see only the key. */
    @Override
    public String toString() {
        return "Standard[" + id + "]";
    }

    /** The part of the e-mail address before the at sign, without the digits people add. */
    String mailbox() {
        return mailbox(email);
    }

    /** Whether the mailbox is made of the owner's name, and so tells nothing that is new. */
    boolean hasNamedMailbox() {
        String mailbox = mailbox();
        String first = Names.joined(given);
        String last = Names.joined(family);
        return isMadeOf(mailbox, first, last) || isMadeOf(mailbox, last, first);
    }

    private static boolean isMadeOf(String mailbox, String first, String last) {
        return Similarity.within(mailbox, first + last, SLIPS_IN_MAILBOX)
                || !first.isEmpty() && mailbox.equals(first.charAt(0) + last);
    }

    boolean hasFullGivenName() {
        return given.length() > 1;
    }

    private static String text(Profile profile, Trait trait) {
        return profile.first(trait).orElse("");
    }

    private static String words(Profile profile, Trait trait) {
        return Names.words(text(profile, trait));
    }

    private static String bare(String written) {
        return Names.joined(Names.words(written));
    }

    private static String street(String words) {
        String joined = Names.joined(words);
        return joined.endsWith("str") ? joined + "aat" : joined;
    }

    /** "G." with geert.janssens@ is Geert: the owner of the address spelled his name out there. */
    private static String spelledOut(String given, String email) {
        if (given.length() != 1) {
            return given;
        }
        int at = email.indexOf('@');
        int end = at < 0 ? -1 : email.substring(0, at).indexOf('.');
        String first = end < 0 ? "" : Names.words(email.substring(0, end));
        return first.length() > 2 && first.startsWith(given) ? first : given;
    }

    private static String birthDate(String written, Optional<NationalNumber> number) {
        Optional<LocalDate> sure = number.flatMap(NationalNumber::birthDate);
        if (sure.isPresent()) {
            return digits(PartialDate.of(sure.get()));
        }
        Optional<PartialDate> date = PartialDate.parse(written);
        if (date.isPresent()) {
            return digits(date.get());
        }
        String digits = bare(written);
        boolean comparable = digits.length() == DATE_DIGITS && isNumeric(digits);
        return comparable ? digits : "";
    }

    private static String digits(PartialDate date) {
        int number = (date.year() * 100 + date.month()) * 100 + date.day();
        String digits = Integer.toString(number);
        return "0".repeat(DATE_DIGITS - digits.length()) + digits;
    }

    private static String phone(String written) {
        Optional<PhoneNumber> number = PhoneNumber.parse(written);
        if (number.isPresent()) {
            return number.get().value();
        }
        var digits = new StringBuilder();
        written.chars().filter(c -> c >= '0' && c <= '9').forEach(c -> digits.append((char) c));
        return digits.length() >= FEWEST_PHONE_DIGITS ? digits.toString() : "";
    }

    private static String sex(String written, Optional<NationalNumber> number) {
        Optional<NationalNumber.Sex> sure = number.flatMap(NationalNumber::sex);
        if (sure.isPresent()) {
            return sure.get() == NationalNumber.Sex.MALE ? "m" : "f";
        }
        String word = Names.words(written);
        if (word.isEmpty()) {
            return "";
        }
        return switch (word.charAt(0)) {
            case 'm', 'h' -> "m";
            case 'f', 'v' -> "f";
            default -> "";
        };
    }

    static String mailbox(String email) {
        int at = email.indexOf('@');
        if (at < 0) {
            return "";
        }
        var letters = new StringBuilder(at);
        for (int i = 0; i < at; i++) {
            char c = email.charAt(i);
            if (c >= 'a' && c <= 'z') {
                letters.append(c);
            }
        }
        return letters.toString();
    }

    private static boolean isNumeric(String text) {
        return text.chars().allMatch(c -> c >= '0' && c <= '9');
    }
}
