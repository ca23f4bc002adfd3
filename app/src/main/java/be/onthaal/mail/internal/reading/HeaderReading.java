// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.mail.internal.reading;

import be.onthaal.common.CleanText;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Turns the header fields of a mail into what they say. */
final class HeaderReading {

    private static final int LONGEST_ID = 500;
    private static final int MOST_REFERENCES = 100;
    private static final int LONGEST_SUBJECT = 10_000;
    private static final Pattern ID = Pattern.compile("<([^<>\\s]{1,998}+)>");

    private HeaderReading() {}

    /**
     * Reads all headers of a mail.
     *
     * @param charset character set of the body, the best guess for bare 8-bit headers
     */
    static MailHeaders read(HeaderBlock header, String charset, Reading reading) {
        MailDate date = MailDates.read(header.text("date", reading));
        if (date.instant() == null && !date.written().isEmpty()) {
            reading.warn(MailWarning.IMPOSSIBLE_DATE);
        }
        MailParties parties = parties(header, reading);
        if (parties.from().stream().noneMatch(MailAddress::isUsable)) {
            reading.warn(MailWarning.NO_SENDER);
        }
        String subject =
                header.find("subject")
                        .map(body -> HeaderText.decode(body, charset, reading))
                        .orElse("");
        return new MailHeaders(
                thread(header, reading), parties, CleanText.cut(subject, LONGEST_SUBJECT), date);
    }

    static String messageId(HeaderBlock header, Reading reading) {
        return firstId(header.text("message-id", reading));
    }

    private static MailParties parties(HeaderBlock header, Reading reading) {
        return new MailParties(
                AddressList.read(header, "from", reading),
                AddressList.read(header, "sender", reading),
                AddressList.read(header, "reply-to", reading),
                AddressList.read(header, "to", reading),
                AddressList.read(header, "cc", reading));
    }

    private static MailThread thread(HeaderBlock header, Reading reading) {
        return new MailThread(
                messageId(header, reading),
                firstId(header.text("in-reply-to", reading)),
                references(header.text("references", reading)));
    }

    /** The id between angle brackets, or for lack of those the first word. */
    private static String firstId(String written) {
        Matcher id = ID.matcher(written);
        String found = id.find() ? id.group(1) : written.strip().split("\\s", 2)[0];
        return CleanText.cut(found, LONGEST_ID);
    }

    /** A very long chain keeps its first mail and the latest ones, as the standard advises. */
    private static List<String> references(String written) {
        Set<String> ids = new LinkedHashSet<>();
        Matcher id = ID.matcher(written);
        while (id.find()) {
            ids.add(CleanText.cut(id.group(1), LONGEST_ID));
        }
        List<String> all = new ArrayList<>(ids);
        if (all.size() > MOST_REFERENCES) {
            all.subList(1, all.size() - MOST_REFERENCES + 1).clear();
        }
        return all;
    }
}
