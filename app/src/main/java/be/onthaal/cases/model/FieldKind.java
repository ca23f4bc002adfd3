// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.cases.model;

import be.onthaal.common.EmailAddress;
import be.onthaal.common.EnterpriseNumber;
import be.onthaal.common.Iban;
import be.onthaal.common.NationalNumber;
import be.onthaal.common.PhoneNumber;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Pattern;

/** What may stand in a field, and how it is written when it is kept. */
public enum FieldKind {
    TEXT,
    LONG_TEXT,
    NUMBER,
    /** Euro and cents. */
    MONEY,
    DATE,
    YES_NO,
    CHOICE,
    /** Any number of the choices. */
    CHOICES,
    EMAIL,
    PHONE,
    IBAN,
    ENTERPRISE_NUMBER,
    NATIONAL_NUMBER,
    ADDRESS;

    public static final String YES = "yes";
    public static final String NO = "no";

    private static final int LONGEST_NUMBER = 30;
    private static final Pattern DECIMAL = Pattern.compile("-?\\d{1,15}([.,]\\d{1,9})?");
    private static final Pattern EURO = Pattern.compile("-?\\d{1,12}([.,]\\d{1,2})?");

    /** As it is kept; nothing when it is not of this kind. */
    public Optional<String> written(String typed) {
        String text = typed.strip();
        return switch (this) {
            case TEXT, ADDRESS, LONG_TEXT, CHOICE, CHOICES -> Optional.of(text);
            case NUMBER -> number(text, DECIMAL).map(FieldKind::plain);
            case MONEY -> number(text, EURO).map(amount -> amount.setScale(2).toPlainString());
            case DATE -> date(text).map(LocalDate::toString);
            case YES_NO ->
                    YES.equals(text) || NO.equals(text) ? Optional.of(text) : Optional.empty();
            case EMAIL -> EmailAddress.parse(text).map(EmailAddress::value);
            case PHONE -> PhoneNumber.parse(text).map(PhoneNumber::value);
            case IBAN -> Iban.parse(text).map(Iban::value);
            case ENTERPRISE_NUMBER -> EnterpriseNumber.parse(text).map(EnterpriseNumber::value);
            case NATIONAL_NUMBER -> NationalNumber.parse(text).map(NationalNumber::value);
        };
    }

    /**
     * Whether cases are looked for by the whole of such a value rather than by its beginning. It
     * names nobody, so it may stand in an address.
     */
    public boolean isSoughtWhole() {
        return switch (this) {
            case NUMBER, MONEY, DATE, YES_NO, CHOICE, CHOICES -> true;
            case TEXT, LONG_TEXT, EMAIL, PHONE, IBAN, ENTERPRISE_NUMBER, NATIONAL_NUMBER, ADDRESS ->
                    false;
        };
    }

    /** Whether one value can be more than another. */
    public boolean isOrdered() {
        return this == NUMBER || this == MONEY || this == DATE;
    }

    /** The order of two values as they are kept. */
    int compare(String one, String other) {
        return this == NUMBER || this == MONEY
                ? new BigDecimal(one).compareTo(new BigDecimal(other))
                : one.compareTo(other);
    }

    private static Optional<BigDecimal> number(String text, Pattern form) {
        boolean brief = text.length() <= LONGEST_NUMBER;
        return brief && form.matcher(text).matches()
                ? Optional.of(new BigDecimal(text.replace(',', '.')))
                : Optional.empty();
    }

    private static String plain(BigDecimal number) {
        return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }

    private static Optional<LocalDate> date(String text) {
        try {
            LocalDate date = LocalDate.parse(text);
            boolean near = date.getYear() >= 1800 && date.getYear() <= 2200;
            return near ? Optional.of(date) : Optional.empty();
        } catch (DateTimeException nonsense) {
            return Optional.empty();
        }
    }
}
