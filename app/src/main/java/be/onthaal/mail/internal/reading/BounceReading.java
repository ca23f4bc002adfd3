// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.mail.internal.reading;

import be.onthaal.common.CleanText;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds which recipient of which mail failed: in the standard report (RFC 3464), and else in the
 * headers and the text that older mail servers write for people.
 */
final class BounceReading {

    private static final int MOST = 200;
    private static final int REPORT_SIZE = 256 * 1024;
    private static final int TEXT_SEARCH = 20_000;
    private static final int ID_LABEL = 30;
    private static final Pattern STATUS = Pattern.compile("\\b[245]\\.\\d{1,3}\\.\\d{1,3}\\b");
    private static final Pattern REPLY_CODE = Pattern.compile("(?<!\\S)5[05]\\d(?=[ -]\\D)");
    private static final Pattern ADDRESS =
            Pattern.compile("[\\w.+'-]{1,64}+@[\\w-]{1,63}+(?:\\.[\\w-]{1,63}+){1,8}+");
    private static final Pattern SYSTEM =
            Pattern.compile("(?i)(?:postmaster|mailer-daemon|abuse|support|helpdesk)@.*");
    private static final Pattern MESSAGE_ID =
            Pattern.compile("(?i)\\bMessage-ID:\\s{0,5}<([^<>\\s]{1,500}+)>");

    private final Reading reading;
    private final Set<FailedDelivery> failures = new LinkedHashSet<>();
    private String originalId = "";

    BounceReading(Reading reading) {
        this.reading = reading;
    }

    /** What the standard parts of a report say. */
    BounceReport read(MimePart root) {
        visit(root);
        return new BounceReport(new ArrayList<>(failures), originalId);
    }

    /** What can be learnt from a bounce without a standard report. */
    BounceReport read(MimePart root, String text) {
        visit(root);
        String start = CleanText.cut(text, TEXT_SEARCH);
        if (failures.isEmpty()) {
            String status = first(STATUS, start);
            String code = status.isEmpty() ? first(REPLY_CODE, start) : status;
            addFailedRecipients(root.header(), code);
            if (failures.isEmpty()) {
                addNamedRecipient(start, code, AddressList.read(root.header(), "to", reading));
            }
        }
        Matcher id = MESSAGE_ID.matcher(start);
        if (originalId.isEmpty() && id.find()) {
            originalId = id.group(1);
        }
        return new BounceReport(new ArrayList<>(failures), originalId);
    }

    private void visit(MimePart part) {
        part.children().forEach(this::visit);
        switch (part.type()) {
            case "message/delivery-status", "message/global-delivery-status" ->
                    readStatus(HeaderText.latin(part.bytes().head(REPORT_SIZE)));
            case "message/rfc822", "message/global", "text/rfc822-headers" -> {
                if (originalId.isEmpty()) {
                    HeaderBlock original = MimeTree.readHeader(part.bytes().open(), reading);
                    originalId = HeaderReading.messageId(original, reading);
                }
            }
            default -> {}
        }
    }

    /** Blocks of fields: the first is about the whole mail, each other one about one recipient. */
    private void readStatus(String report) {
        Map<String, String> fields = new HashMap<>();
        String last = "";
        for (String line : report.split("\\r?\\n", -1)) {
            int colon = line.indexOf(':');
            if (line.isBlank()) {
                addFailure(fields);
                fields.clear();
            } else if (line.startsWith(" ") || line.startsWith("\t")) {
                fields.merge(last, " " + line.strip(), String::concat);
            } else if (colon > 0 && fields.size() < MOST) {
                last = line.substring(0, colon).strip().toLowerCase(Locale.ROOT);
                fields.put(last, line.substring(colon + 1).strip());
            }
        }
        addFailure(fields);
    }

    private void addFailure(Map<String, String> fields) {
        String recipient =
                fields.getOrDefault(
                        "final-recipient", fields.getOrDefault("original-recipient", ""));
        String action = fields.getOrDefault("action", "failed").toLowerCase(Locale.ROOT);
        if (recipient.isEmpty() || !action.startsWith("failed") || failures.size() >= MOST) {
            return;
        }
        String status = first(STATUS, fields.getOrDefault("status", ""));
        failures.add(
                new FailedDelivery(
                        address(recipient),
                        status,
                        CleanText.cut(plain(fields.getOrDefault("diagnostic-code", "")), 1_000)));
    }

    private void addFailedRecipients(HeaderBlock header, String status) {
        List<MailAddress> failed = AddressList.read(header, "x-failed-recipients", reading);
        failed.stream()
                .filter(MailAddress::isUsable)
                .limit(MOST)
                .forEach(one -> failures.add(new FailedDelivery(one.address(), status, "")));
    }

    /** The first address in the text that is neither ours nor the mail server's. */
    private void addNamedRecipient(String text, String code, List<MailAddress> ours) {
        Matcher address = ADDRESS.matcher(text);
        for (int i = 0; i < MOST && address.find(); i++) {
            String found = address.group();
            int before = Math.max(0, address.start() - ID_LABEL);
            String label = text.substring(before, address.start()).toLowerCase(Locale.ROOT);
            boolean own = ours.stream().anyMatch(one -> one.address().equalsIgnoreCase(found));
            if (!own && !label.contains("message-id") && !SYSTEM.matcher(found).matches()) {
                failures.add(new FailedDelivery(found, code, ""));
                return;
            }
        }
    }

    /** "rfc822; jan@example.org" without its type and brackets. */
    private String address(String field) {
        String bare = field.substring(field.indexOf(';') + 1).strip();
        boolean bracketed = bare.startsWith("<") && bare.endsWith(">") && bare.length() > 2;
        return CleanText.cut(plain(bracketed ? bare.substring(1, bare.length() - 1) : bare), 320);
    }

    private String plain(String latin) {
        return HeaderText.decode(HeaderText.bytes(latin), "", reading);
    }

    private static String first(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        return matcher.find() ? matcher.group() : "";
    }
}
