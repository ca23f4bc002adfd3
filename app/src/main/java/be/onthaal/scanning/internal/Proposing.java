// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.scanning.internal;

import be.onthaal.access.Authorities;
import be.onthaal.access.Callers;
import be.onthaal.access.UnitId;
import be.onthaal.common.Brussels;
import be.onthaal.common.EmailAddress;
import be.onthaal.common.EnterpriseNumber;
import be.onthaal.party.Parties;
import be.onthaal.party.PartyFinder;
import be.onthaal.party.PartySummary;
import be.onthaal.party.Recognition;
import be.onthaal.routing.IncomingMail;
import be.onthaal.routing.Route;
import be.onthaal.routing.Routing;
import be.onthaal.scanning.ScannedPiece;
import be.onthaal.web.Texts;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * What a piece seems to be: from whom, about what and for which unit. Only ever proposed; somebody
 * confirms it.
 */
@Component
class Proposing {

    private final Parties parties;
    private final PartyFinder finder;
    private final Routing routing;
    private final Authorities authorities;
    private final Texts texts;
    private final Clock clock;

    Proposing(
            Parties parties,
            PartyFinder finder,
            Routing routing,
            Authorities authorities,
            Texts texts,
            Clock clock) {
        this.parties = parties;
        this.finder = finder;
        this.routing = routing;
        this.authorities = authorities;
        this.texts = texts;
        this.clock = clock;
    }

    /** A proposal, and the unit that the rules for mail would give it. */
    record Proposed(ScannedPiece.Proposal proposal, Optional<UnitId> unit) {}

    /** Reads the text of a piece; asked in the transaction that keeps the answer. */
    Proposed of(String text) {
        if (text.isBlank()) {
            return new Proposed(ScannedPiece.Proposal.NONE, Optional.empty());
        }
        var letter = new LetterText(text);
        Optional<PartySummary> sender = known(letter);
        Route route = route(letter, text);
        String why = route.unit().isPresent() ? texts.dutch().of(route.sentence()) : "";
        var proposal =
                new ScannedPiece.Proposal(
                        sender.map(PartySummary::name)
                                .orElseGet(() -> letter.heading().stream().findFirst().orElse("")),
                        sender.map(PartySummary::id),
                        letter.subject(),
                        letter.reference(),
                        letter.dated(Brussels.today(clock)),
                        why);
        return new Proposed(proposal, route.unit());
    }

    /** A customer by his number, his address, or a name at the top that only he has. */
    private Optional<PartySummary> known(LetterText letter) {
        EnterpriseNumber own =
                authorities.get(Callers.current().authority()).numbers().enterprise();
        Optional<PartySummary> numbered =
                letter.enterprises().stream()
                        .filter(number -> !number.equals(own))
                        .flatMap(number -> only(number.value()).stream())
                        .findFirst()
                        .or(() ->
                                letter.addresses().stream()
                                        .flatMap(address -> recognised(address).stream())
                                        .findFirst());
        return numbered.or(
                () -> letter.heading().stream().flatMap(line -> named(line).stream()).findFirst());
    }

    private Optional<PartySummary> recognised(EmailAddress address) {
        return parties.recognise(address) instanceof Recognition.One(PartySummary party)
                ? Optional.of(party)
                : Optional.empty();
    }

    private Optional<PartySummary> only(String said) {
        List<PartySummary> found = finder.find(said, 2);
        return found.size() == 1 ? Optional.of(found.getFirst()) : Optional.empty();
    }

    private Optional<PartySummary> named(String line) {
        List<PartySummary> found =
                finder.find(line, 3).stream()
                        .filter(party -> party.name().equalsIgnoreCase(line))
                        .toList();
        return found.size() == 1 ? Optional.of(found.getFirst()) : Optional.empty();
    }

    private Route route(LetterText letter, String text) {
        String from = letter.addresses().stream().map(EmailAddress::value).findFirst().orElse("");
        return routing.route(
                routing.rulebook(),
                new IncomingMail(
                        from, List.of(), "", letter.subject(), text, List.of(), Optional.empty()));
    }
}
