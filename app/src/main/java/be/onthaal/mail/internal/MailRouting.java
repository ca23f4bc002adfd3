// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.mail.internal;

import be.onthaal.access.Confidentiality;
import be.onthaal.cases.CaseFile;
import be.onthaal.database.Json;
import be.onthaal.mail.internal.db.tables.records.MessageRecord;
import be.onthaal.mail.internal.reading.MailContent;
import be.onthaal.mail.internal.reading.MailKind;
import be.onthaal.routing.IncomingMail;
import be.onthaal.routing.IncomingMail.Attached;
import be.onthaal.routing.IncomingMail.NamedCase;
import be.onthaal.routing.Route;
import be.onthaal.routing.Routing;
import be.onthaal.routing.Rulebook;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Asks the rules of the authority which unit a mail is for; what answers a case goes there. */
@Component
class MailRouting {

    private static final int LONGEST_TEXT = 20_000;

    private final Routing routing;

    MailRouting(Routing routing) {
        this.routing = routing;
    }

    Rulebook rules() {
        return routing.rulebook();
    }

    Route route(
            Rulebook rules,
            OpenMailbox mailbox,
            MessageRecord row,
            Conversation conversation,
            MailContent content) {
        if (content.nature().kind() == MailKind.BOUNCE) {
            return Route.ofCase();
        }
        List<Attached> attached =
                content.attachments().stream()
                        .filter(part -> !part.inline())
                        .map(part ->
                                new Attached(
                                        MessageFields.clean(part.fileName()),
                                        part.detectedType().isEmpty()
                                                ? part.declaredType()
                                                : part.detectedType()))
                        .toList();
        return switch (conversation) {
            case Conversation.Fresh fresh ->
                    routing.route(rules, mail(row, mailbox.address(), attached, Optional.empty()));
            case Conversation.Stranger stranger when isOpen(stranger.caseFile()) ->
                    routing.route(
                            rules,
                            mail(
                                    row,
                                    mailbox.address(),
                                    attached,
                                    Optional.of(named(stranger.caseFile()))));
            case Conversation.Stranger confidential -> Route.ofCase();
            case Conversation.OfCase found -> Route.ofCase();
            case Conversation.Reported reported -> Route.ofCase();
        };
    }

    /** The reason is kept where there was anything to ask. */
    void keep(Rulebook rules, Route route, MessageRecord row) {
        if (rules.tells()) {
            row.setRoute(Json.of(route));
        }
    }

    /** As the rules see it, also long after it came in. */
    static IncomingMail mail(
            MessageRecord row, String mailbox, List<Attached> attached, Optional<NamedCase> named) {
        String text = row.getBodyText();
        String written = text.substring(0, Math.min(row.getNewTextLength(), text.length()));
        return new IncomingMail(
                row.getFromAddress(),
                Stream.of(row.getToAddresses().split(",")).map(String::strip).toList(),
                mailbox,
                row.getSubject(),
                MessageFields.cut(written.isBlank() ? text : written, LONGEST_TEXT),
                attached,
                named);
    }

    static NamedCase named(CaseFile file) {
        return new NamedCase(file.number().display(), file.matter().typeCode());
    }

    private static boolean isOpen(CaseFile file) {
        return file.matter().confidentiality().compareTo(Confidentiality.INTERNAL) <= 0;
    }
}
