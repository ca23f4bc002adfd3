// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.dispatch.internal;

import be.onthaal.common.Channel;
import be.onthaal.common.EmailAddress;
import be.onthaal.common.Refused;
import be.onthaal.dispatch.NewDispatch;
import be.onthaal.dispatch.Sender;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Checks what will become headers of a mail, so that no text can add one. */
public final class Addressing {

    private static final int LONGEST_SUBJECT = 900;
    private static final int LONGEST_NAME = 200;
    private static final int LONGEST_TEXT = 1_000_000;
    private static final int MOST_REFERENCES = 30;
    private static final Pattern NO_TEXT = Pattern.compile("[\\p{Cntrl}\\p{Cf}\\u2028\\u2029\\s]+");
    private static final Pattern MESSAGE_ID = Pattern.compile("[\\x21-\\x7e&&[^<>]]{1,900}");

    private Addressing() {}

    /** The same sending with safe headers; an impossible address is refused. */
    public static NewDispatch checked(NewDispatch wanted) {
        if (wanted.channel() != Channel.MAIL) {
            throw new Refused("dispatch.channel");
        }
        String sender = address(wanted.sender().address(), "dispatch.sender").value();
        String recipient = address(wanted.recipient(), "dispatch.recipient").value();
        String subject = line(wanted.subject(), LONGEST_SUBJECT);
        if (subject.isEmpty() || wanted.text().isBlank()) {
            throw new Refused("dispatch.empty");
        }
        if (wanted.text().length() > LONGEST_TEXT) {
            throw new Refused("dispatch.too-long", LONGEST_TEXT);
        }
        return new NewDispatch(
                wanted.channel(),
                wanted.purpose(),
                wanted.party(),
                wanted.caseId(),
                wanted.unit(),
                wanted.confidentiality(),
                new Sender(
                        sender,
                        line(wanted.sender().name(), LONGEST_NAME),
                        wanted.sender().marked()),
                recipient,
                subject,
                wanted.text().replace("\u0000", ""),
                wanted.inReplyTo().flatMap(Addressing::messageId),
                lastOf(wanted.references()),
                wanted.automatic());
    }

    /** One line without anything that a mail program could take for the end of it. */
    static String line(String text, int longest) {
        String clean = NO_TEXT.matcher(text).replaceAll(" ").strip();
        int end = Math.min(longest, clean.length());
        return end < clean.length() && Character.isHighSurrogate(clean.charAt(end - 1))
                ? clean.substring(0, end - 1)
                : clean.substring(0, end);
    }

    private static EmailAddress address(String text, String code) {
        return EmailAddress.parse(text).orElseThrow(() -> new Refused(code));
    }

    private static Optional<String> messageId(String text) {
        String bare = text.strip().replaceAll("^<|>$", "");
        return MESSAGE_ID.matcher(bare).matches() ? Optional.of(bare) : Optional.empty();
    }

    private static List<String> lastOf(List<String> references) {
        List<String> usable = references.stream().flatMap(id -> messageId(id).stream()).toList();
        return usable.subList(Math.max(0, usable.size() - MOST_REFERENCES), usable.size());
    }
}
