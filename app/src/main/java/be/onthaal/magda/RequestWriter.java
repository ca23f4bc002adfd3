// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.magda;

import be.onthaal.common.Brussels;
import be.onthaal.magda.MagdaSettings.Sender;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** Writes questions as SOAP 1.1, in the envelope of messages that MAGDA prescribes (VRAAG). */
final class RequestWriter {

    static final String SOAP = "http://schemas.xmlsoap.org/soap/envelope/";

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss.SSS");

    private RequestWriter() {}

    /**
     * Who asks what, when.
     *
     * @param reference under which the answer comes back
     */
    record Request(Question<?> question, Sender sender, String reference, Instant at) {}

    static Document write(Request request) {
        MagdaService service = request.question().service();
        Document document = Xml.empty();
        Element envelope = document.createElementNS(SOAP, "soapenv:Envelope");
        document.appendChild(envelope);
        envelope.appendChild(document.createElementNS(SOAP, "soapenv:Header"));
        Element body = document.createElementNS(SOAP, "soapenv:Body");
        envelope.appendChild(body);
        Element root = document.createElementNS(service.namespace(), "dienst:" + service.title());
        body.appendChild(root);
        Branch asked = new Branch(root).branch("Verzoek");
        context(asked.branch("Context"), request);
        Branch question = asked.branch("Vragen").branch("Vraag");
        question.leaf("Referte", request.reference());
        request.question().content().accept(question.branch("Inhoud"));
        return document;
    }

    private static void context(Branch context, Request request) {
        MagdaService service = request.question().service();
        LocalDateTime moment = Brussels.dateTime(request.at());
        context.leaf("Naam", service.title()).leaf("Versie", service.version());
        Branch message = context.branch("Bericht").leaf("Type", "VRAAG");
        message.branch("Tijdstip")
                .leaf("Datum", moment.toLocalDate().toString())
                .leaf("Tijd", TIME.format(moment));
        message.branch("Afzender")
                .leaf("Identificatie", request.sender().identification())
                .leaf("Referte", request.reference())
                .leaf("Hoedanigheid", request.sender().findCapacity());
    }
}
