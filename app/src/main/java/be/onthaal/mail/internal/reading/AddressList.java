// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.mail.internal.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads the mailboxes of an address field, however carelessly written: quoted and encoded names,
 * comments, groups, missing brackets; what holds no address is kept as it was written.
 */
final class AddressList {

    private static final int MOST = 2_000;
    private static final int LONGEST_WORD = 1_000;
    private static final Pattern BARE =
            Pattern.compile("[^\\s<>()\\[\\]:;,\"@]{1,64}+@[^\\s<>()\\[\\]:;,\"@]{1,255}+");

    private final String raw;
    private final Reading reading;
    private final List<MailAddress> addresses = new ArrayList<>();
    private final StringBuilder name = new StringBuilder();
    private final StringBuilder comment = new StringBuilder();
    private String bracketed = "";
    private int entryStart;

    private AddressList(String raw, Reading reading) {
        this.raw = raw;
        this.reading = reading;
    }

    static List<MailAddress> read(HeaderBlock header, String field, Reading reading) {
        List<MailAddress> all = new ArrayList<>();
        for (byte[] body : header.list(field)) {
            String raw = HeaderText.latin(body);
            all.addAll(new AddressList(raw, reading).readAll());
        }
        return all;
    }

    private List<MailAddress> readAll() {
        int at = 0;
        while (at < raw.length() && addresses.size() < MOST) {
            char c = raw.charAt(at);
            at =
                    switch (c) {
                        case '"' -> takeQuoted(at + 1);
                        case '(' -> takeComment(at + 1);
                        case '<' -> takeBracketed(at + 1);
                        case ',' -> isUnfinishedName() ? takePlain(at) : endEntry(at);
                        case ';' -> endEntry(at);
                        case ':' -> startGroup(at);
                        case '=' -> takeEncoded(at);
                        default -> takePlain(at);
                    };
        }
        endEntry(raw.length());
        return addresses;
    }

    /** "Peeters, Jan <jan@...>" without quotes is one person. */
    private boolean isUnfinishedName() {
        return bracketed.isEmpty() && name.indexOf("@") < 0 && !name.toString().isBlank();
    }

    private int takePlain(int at) {
        name.append(raw.charAt(at));
        return at + 1;
    }

    /** An encoded word may hold commas and brackets that mean nothing. */
    private int takeEncoded(int at) {
        int most = Math.min(raw.length(), at + LONGEST_WORD);
        int charset = raw.startsWith("=?", at) ? raw.indexOf('?', at + 2, most) : -1;
        int end = charset < 0 ? -1 : raw.indexOf("?=", Math.min(charset + 3, most), most);
        if (end < 0) {
            return takePlain(at);
        }
        name.append(raw, at, end + 2);
        return end + 2;
    }

    private int takeQuoted(int from) {
        int at = from;
        while (at < raw.length() && raw.charAt(at) != '"') {
            if (raw.charAt(at) == '\\' && at + 1 < raw.length()) {
                at++;
            }
            name.append(raw.charAt(at++));
        }
        return at + 1;
    }

    private int takeComment(int from) {
        int depth = 1;
        int at = from;
        while (at < raw.length() && depth > 0) {
            char c = raw.charAt(at++);
            depth += c == '(' ? 1 : c == ')' ? -1 : 0;
            if (depth > 0) {
                comment.append(c);
            }
        }
        return at;
    }

    private int takeBracketed(int from) {
        int close = raw.indexOf('>', from);
        int end = close < 0 ? raw.length() : close;
        if (bracketed.isBlank()) {
            bracketed = raw.substring(from, end);
        }
        return end + 1;
    }

    /** A group such as {@code undisclosed-recipients:;} has a name but is itself no mailbox. */
    private int startGroup(int at) {
        if (name.indexOf("@") >= 0) {
            name.append(':');
        } else {
            name.setLength(0);
            entryStart = at + 1;
        }
        return at + 1;
    }

    private int endEntry(int at) {
        String written = raw.substring(Math.min(entryStart, at), at);
        if (!written.isBlank()) {
            addresses.add(entry(written));
        }
        name.setLength(0);
        comment.setLength(0);
        bracketed = "";
        entryStart = at + 1;
        return at + 1;
    }

    private MailAddress entry(String written) {
        String address = addressIn(bracketed);
        String shown = withoutComma(decoded(name.toString()));
        if (address.isEmpty()) {
            String candidate = bracketed.isBlank() ? shown : bracketed;
            Matcher bare = BARE.matcher(candidate);
            if (bare.find()) {
                address = bare.group();
                shown = bracketed.isBlank() ? withoutComma(shown.replace(address, "")) : shown;
            }
        }
        if (shown.isEmpty()) {
            shown = decoded(comment.toString());
        }
        return new MailAddress(shown, lowerDomain(address), decoded(written));
    }

    /** The address between brackets, without the route of days gone by; empty if it is none. */
    private String addressIn(String inside) {
        String text = decoded(inside).replace(" ", "");
        int route = text.startsWith("@") ? text.indexOf(':') : -1;
        String address = route < 0 ? text : text.substring(route + 1);
        address = address.startsWith("mailto:") ? address.substring(7) : address;
        boolean whole = address.indexOf('@') > 0 && !address.endsWith("@");
        return whole && address.length() <= 320 ? address : "";
    }

    private String decoded(String text) {
        return HeaderText.decode(HeaderText.bytes(text), "", reading);
    }

    private static String withoutComma(String shown) {
        String text = shown.strip();
        return text.endsWith(",") ? text.substring(0, text.length() - 1).strip() : text;
    }

    private static String lowerDomain(String address) {
        int at = address.lastIndexOf('@');
        return at < 0
                ? address
                : address.substring(0, at) + address.substring(at).toLowerCase(Locale.ROOT);
    }
}
