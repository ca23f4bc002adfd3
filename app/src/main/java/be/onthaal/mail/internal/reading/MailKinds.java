// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.mail.internal.reading;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Tells whether a person wrote the mail. Meant to err on the side of silence: an automatic answer
 * to a machine may start a loop, a missing one does no harm.
 */
final class MailKinds {

    private static final Pattern AUTOMATIC_SUBJECT =
            Pattern.compile(
                    "(?iU)(?:automatisch antwoord|automatic reply|auto(?:matic)?[ -]?reply"
                            + "|autoreply|auto:|out of office|out of the office|afwezig(?:heid)?\\b"
                            + "|niet aanwezig|réponse automatique|absence du bureau"
                            + "|automatische antwort|abwesenheitsnotiz|abwesenheit\\b).*");
    private static final Pattern BOUNCE_SUBJECT =
            Pattern.compile(
                    "(?iU).{0,30}(?:undeliver(?:able|ed)|onbestelbaar|returned mail|failure notice"
                            + "|delivery (?:status notification|failure|failed|has failed)"
                            + "|mail delivery (?:failed|failure|subsystem)|non remis|unzustellbar"
                            + "|niet afgeleverd|échec de la remise).*");
    private static final Pattern DELAY_SUBJECT =
            Pattern.compile(
                    "(?iU)(?:delivery status notification \\(delay\\)"
                            + "|(?:warning: )?(?:message|mail|delivery|your message)\\b.{0,80}"
                            + "\\b(?:delayed|still being retried|not yet delivered)\\b"
                            + "|(?:aflevering|levering|bericht)\\b.{0,40}\\bvertraagd\\b).*");
    private static final List<String> AUTOMATIC_FIELDS =
            List.of(
                    "x-autoreply",
                    "x-autorespond",
                    "x-auto-reply-from",
                    "x-vacation",
                    "x-auto-response-suppress");

    private final MimePart root;
    private final HeaderBlock header;
    private final MailHeaders headers;
    private final Reading reading;

    MailKinds(MimePart root, MailHeaders headers, Reading reading) {
        this.root = root;
        this.header = root.header();
        this.headers = headers;
        this.reading = reading;
    }

    /**
     * The kind of mail.
     *
     * @param bounce what a bounce report in the mail says
     */
    MailKind kind(BounceReport bounce) {
        if (isBounce(bounce)) {
            return MailKind.BOUNCE;
        }
        if (isFromMailSystem() || isReply() || isAutomaticSubject()) {
            return MailKind.AUTOMATIC_REPLY;
        }
        if (isList()) {
            return MailKind.BULK;
        }
        return isAutomatic() ? MailKind.AUTOMATIC_REPLY : MailKind.ORDINARY;
    }

    /** Whether the mail has the marks of a bounce, apart from a standard report. */
    boolean comesFromMailServer() {
        boolean server =
                headers.parties().from().stream()
                        .map(from -> (from.address() + " " + from.written()))
                        .map(from -> from.toLowerCase(Locale.ROOT))
                        .anyMatch(from ->
                                from.contains("mailer-daemon")
                                        || from.contains("mailerdaemon")
                                        || (from.contains("postmaster@") && isBounceSubject()));
        return server || header.has("x-failed-recipients");
    }

    /** Whether a mail server or a mail program tells what became of a mail. */
    boolean isFromMailSystem() {
        return isReport() || comesFromMailServer() || isStillTried();
    }

    private boolean isBounce(BounceReport bounce) {
        if (isReport()) {
            return !bounce.failures().isEmpty();
        }
        if (isStillTried()) {
            return false;
        }
        boolean reply = isReply() || isAutomaticSubject();
        return comesFromMailServer() || (hasNoReturn() && (isBounceSubject() || !reply));
    }

    /** A delivery or reading report: a bounce only when it reports a failure. */
    private boolean isReport() {
        return root.type().equals("multipart/report");
    }

    private boolean isReply() {
        return header.word("auto-submitted", reading).startsWith("auto-replied")
                || header.word("precedence", reading).startsWith("auto")
                || header.word("x-precedence", reading).startsWith("auto")
                || header.has("x-vacation")
                || header.has("x-autoreply")
                || header.has("x-autorespond");
    }

    private boolean isAutomatic() {
        String submitted = header.word("auto-submitted", reading);
        String precedence = header.word("precedence", reading);
        return (!submitted.isEmpty() && !submitted.startsWith("no"))
                || precedence.startsWith("bulk")
                || precedence.startsWith("junk")
                || AUTOMATIC_FIELDS.stream().anyMatch(header::has);
    }

    private boolean isList() {
        return header.has("list-id")
                || header.has("list-post")
                || header.has("list-unsubscribe")
                || header.word("precedence", reading).startsWith("list");
    }

    private boolean isAutomaticSubject() {
        return AUTOMATIC_SUBJECT.matcher(headers.subject()).matches();
    }

    /** What a mail server tells about may still arrive. */
    private boolean isStillTried() {
        return DELAY_SUBJECT.matcher(headers.subject()).matches()
                && (comesFromMailServer() || hasNoReturn());
    }

    private boolean hasNoReturn() {
        return header.word("return-path", reading).equals("<>");
    }

    private boolean isBounceSubject() {
        return BOUNCE_SUBJECT.matcher(headers.subject()).matches();
    }
}
