// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.routing.internal;

import be.onthaal.access.UnitId;
import be.onthaal.common.Brussels;
import be.onthaal.decisions.Decisions;
import be.onthaal.decisions.Outcome;
import be.onthaal.decisions.Value;
import be.onthaal.decisions.Why;
import be.onthaal.routing.IncomingMail;
import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * The decision table of an authority that gives the unit by name: one rule may leave it to that.
 */
@Component
public class RoutingTable {

    /** By which the authority publishes it. */
    public static final String KEY = "post-routing";

    static final String RESULT = "dienst";
    private static final int LONGEST = 5_000;

    private final Decisions decisions;
    private final Clock clock;

    RoutingTable(Decisions decisions, Clock clock) {
        this.decisions = decisions;
        this.clock = clock;
    }

    /** What the table said. */
    public sealed interface Answer {

        /** This unit. */
        record Unit(UnitId unit, Why why) implements Answer {}

        /** Nothing that a mail can be sent by; the code says which of both. */
        record Silent(String reason) implements Answer {}
    }

    /** Whether one is published today. */
    public boolean isThere() {
        return decisions.has(KEY, today());
    }

    /** Which open unit it gives. */
    public Answer ask(IncomingMail mail, MailWords words, Map<UnitId, String> open) {
        return switch (decisions.decide(KEY, inputs(mail, words), today())) {
            case Outcome.Decided decided ->
                    unit(decided, open)
                            .<Answer>map(unit -> new Answer.Unit(unit, decided.why()))
                            .orElseGet(() -> new Answer.Silent("table-unit"));
            case Outcome.NotDecided not -> new Answer.Silent("table-silent");
        };
    }

    /** What it asks for, as far as a mail tells that. */
    Map<String, Value> inputs(IncomingMail mail, MailWords words) {
        Map<String, Value> told = told(mail, words);
        List<String> asked = decisions.asks(KEY, today());
        told.keySet().retainAll(asked);
        return told;
    }

    private static Map<String, Value> told(IncomingMail mail, MailWords words) {
        Map<String, Value> told = new LinkedHashMap<>();
        told.put("kanaal", Value.of("MAIL"));
        told.put("afzender", Value.of(cut(mail.sender())));
        told.put("ontvanger", Value.of(cut(mail.mailbox())));
        told.put("onderwerp", Value.of(cut(mail.subject())));
        told.put("tekst", Value.of(cut(mail.text())));
        told.put("bijlagen", Value.of(mail.attachments().size()));
        told.put("taal", Value.of(words.language().map(one -> small(one.name()))));
        told.put("zaaktype", Value.of(mail.namedCase().map(IncomingMail.NamedCase::type)));
        return told;
    }

    private static Optional<UnitId> unit(Outcome.Decided decided, Map<UnitId, String> open) {
        Optional<String> name = decided.value(RESULT).asText().map(RoutingTable::small);
        return open.entrySet().stream()
                .filter(unit -> name.filter(small(unit.getValue())::equals).isPresent())
                .map(Map.Entry::getKey)
                .findFirst();
    }

    private static String small(String text) {
        return text.strip().toLowerCase(Locale.ROOT);
    }

    private static String cut(String text) {
        return text.length() > LONGEST ? text.substring(0, LONGEST) : text;
    }

    private LocalDate today() {
        return Brussels.today(clock);
    }
}
