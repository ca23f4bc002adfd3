// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.simulators.magda;

import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;

/** Writes what stands around every answer: who answers whom, when and to what. */
final class Envelopes {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss.SSS");
    private static final ZoneId HERE = ZoneId.of("Europe/Brussels");

    private Envelopes() {}

    /** An error, a warning or a remark. */
    record Remark(String code, String kind, String origin, String diagnosis) {}

    /** An answer with data, and with remarks beside it. */
    static Tree answer(Asked asked, List<Remark> remarks, Consumer<Tree> content) {
        Tree reply = reply(asked);
        Tree answer = answerOf(asked, reply);
        content.accept(answer.branch("Inhoud"));
        remarks(answer, remarks);
        return reply;
    }

    /** An answer without data. */
    static Tree nothing(Asked asked, Remark remark) {
        Tree reply = reply(asked);
        remarks(answerOf(asked, reply), List.of(remark));
        return reply;
    }

    /** An error about the message as a whole. */
    static Tree refused(Asked asked, Remark remark) {
        Tree reply = reply(asked);
        remarks(reply, List.of(remark));
        return reply;
    }

    static Tree fault(String code, String text) {
        Tree fault = Tree.envelope().branch(Tree.SOAP, "soapenv:Fault");
        fault.leaf("faultcode", code).leaf("faultstring", text);
        return fault;
    }

    private static Tree reply(Asked asked) {
        Tree root =
                Tree.envelope().branch(asked.namespace(), "antw:" + asked.service() + "Response");
        Tree reply = root.branch("Repliek");
        Tree context = reply.branch("Context");
        context.leaf("Naam", asked.service()).leaf("Versie", asked.version());
        Tree message = context.branch("Bericht").leaf("Type", "ANTWOORD");
        moment(message.branch("Tijdstip"));
        message.branch("Afzender")
                .leaf("Identificatie", "vip.vlaanderen.be")
                .leaf("Naam", "MagdaGateway")
                .leaf("Referte", UUID.randomUUID().toString());
        Tree recipient =
                message.branch("Ontvanger")
                        .leaf("Identificatie", asked.sender())
                        .leaf("Referte", asked.reference());
        if (!asked.capacity().isEmpty()) {
            recipient.leaf("Hoedanigheid", asked.capacity());
        }
        return reply;
    }

    private static Tree answerOf(Asked asked, Tree reply) {
        return reply.branch("Antwoorden")
                .branch("Antwoord")
                .leaf("Referte", asked.questionReference());
    }

    private static void remarks(Tree place, List<Remark> remarks) {
        if (remarks.isEmpty()) {
            return;
        }
        Tree list = place.branch("Uitzonderingen");
        for (Remark remark : remarks) {
            Tree one =
                    list.branch("Uitzondering")
                            .leaf("Identificatie", remark.code())
                            .leaf("Oorsprong", remark.origin())
                            .leaf("Type", remark.kind());
            moment(one.branch("Tijdstip"));
            one.leaf("Diagnose", remark.diagnosis());
        }
    }

    private static void moment(Tree place) {
        LocalDateTime now = LocalDateTime.now(HERE);
        place.leaf("Datum", now.toLocalDate().toString()).leaf("Tijd", TIME.format(now));
    }
}
