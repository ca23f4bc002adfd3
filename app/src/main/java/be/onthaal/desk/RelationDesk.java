// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.desk;

import be.onthaal.party.NewParty;
import be.onthaal.party.Party;
import be.onthaal.party.PartyId;
import be.onthaal.party.PartySummary;
import be.onthaal.party.Relation;
import be.onthaal.party.RelationId;
import be.onthaal.party.Relations;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Customers are put beside those they belong to. */
@Service
class RelationDesk {

    private static final int FOUND = 20;

    private final CustomerModules modules;
    private final Relations relations;
    private final Consultations consultations;

    RelationDesk(CustomerModules modules, Relations relations, Consultations consultations) {
        this.modules = modules;
        this.relations = relations;
        this.consultations = consultations;
    }

    /**
     * What was typed of a relation.
     *
     * @param side where the other stands in it
     */
    record Typed(Relation.Kind kind, Relation.Side side, Relation.Terms terms) {}

    /**
     * Whom it could be; nobody before something was asked, or before he was chosen.
     *
     * @param typed what was typed so far
     */
    @Transactional
    RelatePage who(PartyId id, Map<String, String> typed, Map<String, String> problems) {
        modules.parties().handled(id);
        Party party = modules.parties().consult(id);
        List<PartySummary> found =
                Stream.concat(
                                chosen(typed.getOrDefault("other", "")),
                                modules.finder().find(typed.getOrDefault("q", ""), FOUND).stream())
                        .filter(other -> !other.id().equals(party.id()))
                        .distinct()
                        .toList();
        consultations.list(
                "desk.customers-searched", found.stream().map(PartySummary::id).toList());
        return new RelatePage(party, typed, found, problems);
    }

    private Stream<PartySummary> chosen(String other) {
        return other.length() == 36
                ? modules.parties().names(List.of(PartyId.of(other))).values().stream()
                : Stream.empty();
    }

    @Transactional
    void state(PartyId id, PartyId other, Typed typed) {
        boolean runsHere = typed.side() == Relation.Side.FROM;
        relations.state(
                new Relations.Stated(
                        runsHere ? other : id,
                        runsHere ? id : other,
                        typed.kind(),
                        typed.terms(),
                        CustomerPages.SOURCE));
    }

    /** Somebody whom we did not know yet; of either sort he is a person. */
    @Transactional
    void stateOfNew(PartyId id, String name, Typed typed) {
        var newcomer =
                new NewParty(
                        typed.kind().of(typed.side()).orElse(Party.Kind.PERSON),
                        name,
                        Optional.empty(),
                        Optional.empty(),
                        modules.parties().get(id).locale(),
                        CustomerPages.SOURCE,
                        NewParty.Identity.NONE);
        state(id, modules.parties().register(newcomer), typed);
    }

    @Transactional
    void end(PartyId id, RelationId relation) {
        relations.end(id, relation);
    }
}
