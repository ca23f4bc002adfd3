// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.common;

import java.net.IDN;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** An address people can be mailed at; personal data, so logs never see it. */
public record EmailAddress(String value) {

    /** RFC 5321: a path of 256 characters with its angle brackets. */
    private static final int LONGEST = 254;

    private static final String NOT_BEFORE_AT = "<>()[]\\,;:\"";
    private static final Pattern DOMAIN =
            Pattern.compile("[a-z0-9-]{1,63}(?:\\.[a-z0-9-]{1,63})*\\.[a-z][a-z0-9-]{1,62}");

    public EmailAddress {
        if (!isValid(value) || !value.equals(canonical(value))) {
            throw new IllegalArgumentException("Not an e-mail address");
        }
    }

    /** Reads a bare address, with space around it and with capitals in the domain. */
    public static Optional<EmailAddress> parse(String text) {
        if (text.length() > 2 * LONGEST) {
            return Optional.empty();
        }
        return Optional.of(text.strip())
                .filter(EmailAddress::isValid)
                .map(EmailAddress::canonical)
                .filter(EmailAddress::isValid)
                .map(EmailAddress::new);
    }

    /** The part after the at sign, in small letters. */
    public String domain() {
        return domain(value);
    }

    public String display() {
        return value;
    }

    /** What two notations of one mailbox have in common, for finding who wrote. */
    public String normalised() {
        String local = Normalizer.normalize(local(value), Normalizer.Form.NFC);
        return local.toLowerCase(Locale.ROOT) + "@" + ascii(domain());
    }

    @Override
    public String toString() {
        return "EmailAddress[***@***]";
    }

    private static String canonical(String value) {
        return local(value) + "@" + domain(value).toLowerCase(Locale.ROOT);
    }

    private static boolean isValid(String value) {
        int at = value.indexOf('@');
        return value.length() <= LONGEST
                && at > 0
                && at == value.lastIndexOf('@')
                && value.codePoints().allMatch(EmailAddress::isVisible)
                && isLocal(local(value))
                && DOMAIN.matcher(ascii(domain(value))).matches();
    }

    /** Quoted local parts are legal and unused; points at odd places cannot be mailed to. */
    private static boolean isLocal(String local) {
        return local.chars().noneMatch(c -> NOT_BEFORE_AT.indexOf(c) >= 0)
                && !local.startsWith(".")
                && !local.endsWith(".")
                && !local.contains("..");
    }

    /** No spaces, controls, invisible marks or halves of characters. */
    private static boolean isVisible(int character) {
        return switch (Character.getType(character)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED,
                    Character.SPACE_SEPARATOR,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR ->
                    false;
            default -> true;
        };
    }

    /** The domain as name servers know it; empty when it cannot be one. */
    private static String ascii(String domain) {
        try {
            return IDN.toASCII(domain, IDN.USE_STD3_ASCII_RULES).toLowerCase(Locale.ROOT);
        } catch (IllegalArgumentException impossible) {
            return "";
        }
    }

    private static String local(String value) {
        return value.substring(0, value.indexOf('@'));
    }

    private static String domain(String value) {
        return value.substring(value.indexOf('@') + 1);
    }
}
