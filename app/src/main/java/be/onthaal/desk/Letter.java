// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.desk;

import be.onthaal.dispatch.Dispatch;
import be.onthaal.mail.InboxMail;
import be.onthaal.mail.MailView;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * A mail in a case, either way.
 *
 * @param state the key of how an outgoing one fares, or of what wrote an incoming one
 * @param page the address of the page that shows it whole
 * @param undelivered why an outgoing one did not arrive
 * @param reactions what machines sent back
 */
public record Letter(
        boolean ours,
        String who,
        String subject,
        String text,
        Instant at,
        Optional<String> state,
        Optional<String> page,
        Optional<Undelivered> undelivered,
        List<Reaction> reactions) {

    private static final String PAGE = "/post/";

    public Letter {
        reactions = List.copyOf(reactions);
    }

    /**
     * What a machine sent back to a mail of ours: no answer.
     *
     * @param kind the key of what it is
     */
    public record Reaction(String kind, Instant at, Optional<String> page) {}

    /** What was sent and what came in, with what machines sent back beside what that was about. */
    static Stream<Letter> of(List<Dispatch> sent, List<InboxMail> received) {
        return Stream.concat(
                sent.stream().map(dispatch -> of(dispatch, received)),
                received.stream().map(Letter::of));
    }

    private static Letter of(Dispatch dispatch, List<InboxMail> received) {
        Optional<UUID> id = Optional.of(dispatch.id().value());
        return new Letter(
                true,
                dispatch.madeBy(),
                dispatch.what().subject(),
                dispatch.what().text(),
                dispatch.madeAt(),
                Optional.of("desk.dispatch." + dispatch.state().name()),
                Optional.empty(),
                Undelivered.of(dispatch),
                received.stream()
                        .filter(mail -> mail.answers().equals(id))
                        .filter(Letter::isMachine)
                        .map(mail -> new Reaction(kind(mail), mail.receivedAt(), page(mail)))
                        .toList());
    }

    private static Letter of(InboxMail mail) {
        return new Letter(
                false,
                mail.fromName().isBlank() ? mail.fromAddress() : mail.fromName(),
                mail.subject(),
                "",
                mail.receivedAt(),
                isMachine(mail) ? Optional.of(kind(mail)) : Optional.empty(),
                page(mail),
                Optional.empty(),
                List.of());
    }

    private static boolean isMachine(InboxMail mail) {
        return mail.kind() == MailView.Kind.AUTOMATIC_REPLY || mail.kind() == MailView.Kind.BOUNCE;
    }

    private static String kind(InboxMail mail) {
        return "mail.kind." + mail.kind().name();
    }

    private static Optional<String> page(InboxMail mail) {
        return mail.entry().map(entry -> PAGE + entry);
    }
}
