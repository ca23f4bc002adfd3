// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.magda;

import be.onthaal.party.register.Answer;
import be.onthaal.party.register.Notice;
import be.onthaal.party.register.Notice.Severity;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.w3c.dom.Element;

/** Reads what came back: that it answers our question, and then what it says. */
final class ReplyReader {

    private static final Pattern MAGDA_CODE = Pattern.compile("(?<![0-9])([0-9]{5,6})(?![0-9])");
    private static final int LOOKED_AT = 200;

    private ReplyReader() {}

    /**
     * What was read.
     *
     * @param reference under which MAGDA keeps its answer
     */
    record Read<T>(Answer<T> answer, Optional<String> reference) {}

    static <T> Read<T> read(Line.Reply reply, Question<T> question, String reference) {
        if (reply.body().length == 0) {
            throw new Unreadable("empty", String.valueOf(reply.status()));
        }
        if (isPage(reply)) {
            throw new Unreadable("html", String.valueOf(reply.status()));
        }
        Element envelope = Xml.read(reply.body()).getDocumentElement();
        if (!isSoap(envelope, "Envelope")) {
            throw new Unreadable("soap", String.valueOf(envelope.getLocalName()));
        }
        Node content =
                Node.top(envelope).need("Body").children().stream()
                        .findFirst()
                        .orElseThrow(() -> new Unreadable("field", "Envelope/Body"));
        if (isSoap(content.element(), "Fault")) {
            return new Read<>(fault(content), Optional.empty());
        }
        return answer(content, question, reference);
    }

    /** Proxies and gateways talk to browsers when they fail. */
    private static boolean isPage(Line.Reply reply) {
        String start =
                new String(
                                reply.body(),
                                0,
                                Math.min(reply.body().length, LOOKED_AT),
                                StandardCharsets.ISO_8859_1)
                        .strip()
                        .toLowerCase(Locale.ROOT);
        return reply.type().toLowerCase(Locale.ROOT).startsWith("text/html")
                || start.startsWith("<!doctype html")
                || start.startsWith("<html");
    }

    private static boolean isSoap(Element element, String name) {
        return RequestWriter.SOAP.equals(element.getNamespaceURI())
                && name.equals(element.getLocalName());
    }

    /** A fault with a code of MAGDA is about our question; one without is about their machines. */
    private static <T> Answer<T> fault(Node fault) {
        String said = fault.text("faultstring").orElse("-");
        Matcher code = MAGDA_CODE.matcher(fault.text("faultcode").orElse("") + " " + said);
        if (!code.find()) {
            return new Answer.Unavailable<>(Notices.ours("magda.fault", "fault"), Optional.empty());
        }
        return new Answer.Refused<>(
                List.of(Notices.theirs(Severity.ERROR, code.group(1), "MAGDA", said)));
    }

    private static <T> Read<T> answer(Node content, Question<T> question, String reference) {
        MagdaService service = question.service();
        boolean named =
                content.is(service.title() + "Response")
                        && service.namespace().equals(content.element().getNamespaceURI());
        if (!named) {
            throw new Unreadable("namespace", content.path());
        }
        Node reply = Node.top(content.element()).need("Repliek");
        Node context = reply.need("Context");
        same(context, "Naam", service.title(), "service");
        same(context, "Versie", service.version(), "service");
        Optional<Node> recipient = context.at("Bericht", "Ontvanger");
        if (recipient.isPresent()) {
            same(recipient.get(), "Referte", reference, "reference");
        }
        List<Notice> notices = new ArrayList<>(Notices.of(reply));
        Optional<Node> own = reply.at("Antwoorden", "Antwoord");
        if (own.isPresent()) {
            same(own.get(), "Referte", reference, "reference");
            notices.addAll(Notices.of(own.get()));
        }
        Optional<T> data = own.flatMap(node -> node.at("Inhoud")).map(question.reader());
        return new Read<>(
                judged(data, List.copyOf(notices)), context.text("Bericht", "Afzender", "Referte"));
    }

    private static void same(Node place, String name, String expected, String reason) {
        if (!place.needText(name).equals(expected)) {
            throw new Unreadable(reason, place.path() + "/" + name);
        }
    }

    /** Data counts, whatever else is said; without it the error says why, or there is nothing. */
    private static <T> Answer<T> judged(Optional<T> data, List<Notice> notices) {
        if (data.isPresent()) {
            return new Answer.Given<>(data.get(), notices);
        }
        List<Notice> errors = notices.stream().filter(Notices::isError).toList();
        Optional<Notice> later = errors.stream().filter(Notices::saysLater).findFirst();
        if (later.isPresent()) {
            return new Answer.Unavailable<>(later.get(), Optional.empty());
        }
        return errors.stream().allMatch(Notices::saysNothingFound)
                ? new Answer.NotFound<>(notices)
                : new Answer.Refused<>(notices);
    }
}
