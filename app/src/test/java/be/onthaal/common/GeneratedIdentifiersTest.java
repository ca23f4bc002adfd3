// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.common;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Optional;
import java.util.Random;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** A hundred thousand numbers of each kind, half of them likely to be right, judged twice. */
class GeneratedIdentifiersTest {

    private static final int COUNT = 100_000;

    private final Random random = new Random(97);

    @Test
    void nationalNumbersAgreeWithANaiveReading() {
        assertAgrees(this::someNationalNumber, NationalNumber::parse, this::isNational);
    }

    @Test
    void nationalNumbersNeverInventABirthDate() {
        for (int i = 0; i < COUNT; i++) {
            String text = someNationalNumber();

            Optional<LocalDate> birth =
                    NationalNumber.parse(text).flatMap(NationalNumber::birthDate);

            boolean mayTell = isNational(text) && Integer.parseInt(text.substring(2, 4)) <= 12;
            if (!birth.equals(mayTell ? naiveBirth(text) : Optional.empty())) {
                assertThat(birth).as("birth date of %s", text).isNull();
            }
        }
    }

    @Test
    void enterpriseNumbersAgreeWithANaiveReading() {
        assertAgrees(
                () -> mutated(withComplement(digits(8))),
                EnterpriseNumber::parse,
                text ->
                        text.charAt(0) <= '1'
                                && !text.startsWith("00000000")
                                && complement(text.substring(0, 8)).equals(text.substring(8)));
    }

    @Test
    void establishmentNumbersAgreeWithANaiveReading() {
        assertAgrees(
                () -> mutated(withComplement(digits(8))),
                EstablishmentNumber::parse,
                text ->
                        "2345678".contains(text.substring(0, 1))
                                && complement(text.substring(0, 8)).equals(text.substring(8)));
    }

    @Test
    void structuredCommunicationsAgreeWithANaiveReading() {
        assertAgrees(
                () -> mutated(withRemainder(digits(10))),
                StructuredCommunication::parse,
                text -> withRemainder(text.substring(0, 10)).equals(text));
    }

    @Test
    void belgianAccountsAgreeWithANaiveReading() {
        assertAgrees(this::someAccount, Iban::parse, GeneratedIdentifiersTest::isAccount);
    }

    @Test
    void everyIdentifierIsReadBackFromItsDisplay() {
        for (int i = 0; i < 20_000; i++) {
            StructuredCommunication payment =
                    StructuredCommunication.of(random.nextLong(10_000_000_000L));
            Optional<NationalNumber> person = NationalNumber.parse(someNationalNumber());
            Optional<Iban> account = Iban.parse(someAccount());

            boolean readBack =
                    StructuredCommunication.parse(payment.display()).equals(Optional.of(payment))
                            && person.flatMap(p -> NationalNumber.parse(p.display())).equals(person)
                            && account.flatMap(a -> Iban.parse(a.display())).equals(account);
            assertThat(readBack).as("%s", payment).isTrue();
        }
    }

    private static void assertAgrees(
            Supplier<String> numbers,
            Function<String, Optional<?>> parse,
            Predicate<String> oracle) {
        int right = 0;
        for (int i = 0; i < COUNT; i++) {
            String text = numbers.get();
            boolean expected = oracle.test(text);
            right += expected ? 1 : 0;
            if (parse.apply(text).isPresent() != expected) {
                assertThat(text).as("read differently than by the naive reading").isNull();
            }
        }
        assertThat(right).isBetween(COUNT / 50, COUNT - COUNT / 50);
    }

    private String someNationalNumber() {
        int month = random.nextInt(5) * 20 + random.nextInt(14);
        String serial = random.nextBoolean() ? "000" : "999";
        String first =
                digits(2)
                        + twoDigits(month)
                        + twoDigits(random.nextInt(33))
                        + (random.nextInt(20) == 0 ? serial : digits(3));
        String century = random.nextBoolean() ? "2" : "";
        return mutated(first + complement(century + first));
    }

    private boolean isNational(String text) {
        int month = Integer.parseInt(text.substring(2, 4));
        int day = Integer.parseInt(text.substring(4, 6));
        int serial = Integer.parseInt(text.substring(6, 9));
        if (naiveCentury(text).isEmpty() || month > 92 || month % 20 > 12 || day > 31) {
            return false;
        }
        boolean ordinary = month <= 12;
        boolean dated = !ordinary || month == 0 || day == 0 || naiveBirth(text).isPresent();
        return dated && (!ordinary || (serial > 0 && serial < 999));
    }

    private static Optional<LocalDate> naiveBirth(String text) {
        int year = Integer.parseInt(naiveCentury(text) + text.substring(0, 2));
        int month = Integer.parseInt(text.substring(2, 4));
        int day = Integer.parseInt(text.substring(4, 6));
        int[] lengths = {0, 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
        lengths[2] = year % 4 == 0 && year != 1900 ? 29 : 28;
        return month < 1 || month > 12 || day < 1 || day > lengths[month]
                ? Optional.empty()
                : Optional.of(LocalDate.of(year, month, day));
    }

    private static String naiveCentury(String text) {
        String first = text.substring(0, 9);
        String check = text.substring(9);
        if (complement(first).equals(check)) {
            return "19";
        }
        return complement("2" + first).equals(check) ? "20" : "";
    }

    private String someAccount() {
        String account = withRemainder(digits(10));
        if (random.nextInt(10) == 0) {
            account = digits(12);
        }
        int check = 98 - longDivision(account + "111400");
        return "BE" + mutated(twoDigits(check) + account);
    }

    private static boolean isAccount(String text) {
        String account = text.substring(4);
        return longDivision(account + "1114" + text.substring(2, 4)) == 1
                && withRemainder(account.substring(0, 10)).equals(account);
    }

    /** Half of the numbers get one wrong digit, or two digits change places. */
    private String mutated(String number) {
        var text = new StringBuilder(number);
        int at = random.nextInt(number.length() - 1);
        switch (random.nextInt(4)) {
            case 0 -> text.setCharAt(at, (char) ('0' + random.nextInt(10)));
            case 1 -> text.insert(at, text.charAt(at + 1)).deleteCharAt(at + 2);
            default -> {}
        }
        return text.toString();
    }

    private String digits(int count) {
        var text = new StringBuilder();
        for (int i = 0; i < count; i++) {
            text.append((char) ('0' + random.nextInt(10)));
        }
        return text.toString();
    }

    private static String withComplement(String number) {
        return number + complement(number);
    }

    private static String complement(String number) {
        return twoDigits(97 - longDivision(number));
    }

    private static String withRemainder(String number) {
        int rest = longDivision(number);
        return number + twoDigits(rest == 0 ? 97 : rest);
    }

    /** The remainder by 97 as taught at school, one digit after the other. */
    private static int longDivision(String number) {
        int rest = 0;
        for (int i = 0; i < number.length(); i++) {
            rest = (rest * 10 + (number.charAt(i) - '0')) % 97;
        }
        return rest;
    }

    private static String twoDigits(int number) {
        return (number < 10 ? "0" : "") + number;
    }
}
