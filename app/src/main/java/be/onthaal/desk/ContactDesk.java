// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.desk;

import be.onthaal.access.Caller;
import be.onthaal.access.Callers;
import be.onthaal.access.Confidentiality;
import be.onthaal.access.Permission;
import be.onthaal.access.UnitId;
import be.onthaal.cases.CaseFile;
import be.onthaal.cases.OpenCase;
import be.onthaal.common.Brussels;
import be.onthaal.common.Channel;
import be.onthaal.contact.CaseLink;
import be.onthaal.contact.NewContact;
import be.onthaal.contact.NewQuestion;
import be.onthaal.contact.QuestionOutcome;
import be.onthaal.contact.Verification;
import be.onthaal.eid.IdentityCards;
import be.onthaal.organisation.Unit;
import be.onthaal.party.PartyId;
import be.onthaal.party.PartySummary;
import be.onthaal.search.Found;
import be.onthaal.search.Search;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Noting a contact by phone or at the desk, with the case that it leads to. */
@Service
class ContactDesk {

    static final String DRAFT = "contact";
    private static final int FOUND = 8;

    private final DeskModules modules;
    private final Search search;
    private final Drafts drafts;
    private final Lists lists;
    private final IdentityCards cards;
    private final Consultations consultations;
    private final Clock clock;

    ContactDesk(
            DeskModules modules,
            Search search,
            Drafts drafts,
            Lists lists,
            IdentityCards cards,
            Consultations consultations,
            Clock clock) {
        this.modules = modules;
        this.search = search;
        this.drafts = drafts;
        this.lists = lists;
        this.cards = cards;
        this.consultations = consultations;
        this.clock = clock;
    }

    /** What was asked and how it ended. */
    record Noted(
            Channel channel,
            Optional<PartyId> party,
            UnitId unit,
            String subject,
            String note,
            Verification verification,
            Ending ending) {}

    /** How it ended; the type only counts for a case. */
    record Ending(QuestionOutcome outcome, String caseType) {}

    /** The form: empty, as it was left, or with the customers that were searched for. */
    @Transactional
    NewContactPage form(Map<String, String> sent, Map<String, String> problems) {
        Map<String, String> typed = new HashMap<>();
        if (!sent.containsKey("subject")) {
            typed.putAll(left(sent));
        }
        typed.putAll(sent);
        Caller caller = Callers.current();
        var choices =
                new NewContactPage.Choices(
                        lists.units(),
                        lists.caseTypes(),
                        caller.may(Permission.CASE_HANDLE),
                        caller.may(Permission.PARTY_EDIT) && cards.isOffered());
        choices.units().stream()
                .map(Unit::id)
                .filter(caller.rights().units()::contains)
                .findFirst()
                .ifPresent(mine -> typed.putIfAbsent("unit", mine.toString()));
        NewContactPage.Customer customer = customer(typed);
        String chosen =
                customer.only().map(UUID::toString).orElseGet(() -> VerifiedFor.chosen(typed));
        if (VerifiedFor.another(typed, chosen)) {
            VerifiedFor.drop(typed);
        }
        typed.put(VerifiedFor.FIELD, chosen);
        return new NewContactPage(typed, customer, choices, problems);
    }

    /** The form as it was left; whoever was verified then counts in the same contact only. */
    private Map<String, String> left(Map<String, String> sent) {
        Map<String, String> draft =
                new HashMap<>(drafts.find(List.of(DRAFT)).getOrDefault(DRAFT, Map.of()));
        String before = VerifiedFor.chosen(draft);
        boolean same = before.equals(sent.getOrDefault("party", before));
        if (!same || VerifiedFor.another(draft) || drafts.findOfLastHour(DRAFT).isEmpty()) {
            VerifiedFor.drop(draft);
        }
        return draft;
    }

    /** Records the contact and opens its case, both as confidential; all or nothing. */
    @Transactional
    Optional<CaseFile> note(Noted noted) {
        Instant now = clock.instant();
        Optional<CaseFile> file =
                noted.ending().outcome() == QuestionOutcome.CASE
                        ? Optional.of(open(noted))
                        : Optional.empty();
        var question =
                new NewQuestion(
                        noted.subject(),
                        Optional.of(noted.unit()),
                        noted.ending().outcome(),
                        file.map(made -> new CaseLink(made.id().value(), made.number().display())));
        modules.contacts()
                .record(
                        new NewContact(
                                        noted.channel(),
                                        noted.party(),
                                        noted.unit(),
                                        now,
                                        Optional.of(now),
                                        noted.note(),
                                        List.of(question),
                                        Optional.empty())
                                .with(noted.verification())
                                .with(
                                        file.map(made -> made.matter().confidentiality())
                                                .orElse(Confidentiality.INTERNAL)));
        drafts.forget(DRAFT);
        return file;
    }

    private CaseFile open(Noted noted) {
        return modules.cases()
                .open(
                        new OpenCase(
                                noted.ending().caseType(),
                                noted.subject(),
                                noted.note(),
                                noted.party(),
                                noted.unit(),
                                new OpenCase.Intake(
                                        noted.channel(), Brussels.today(clock), Optional.empty()),
                                Optional.empty()));
    }

    private NewContactPage.Customer customer(Map<String, String> typed) {
        List<PartyId> shown = new ArrayList<>();
        Optional<PartySummary> chosen =
                Optional.ofNullable(typed.get("party"))
                        .filter(value -> value.length() == 36)
                        .map(PartyId::of)
                        .flatMap(id ->
                                Optional.ofNullable(modules.parties().names(List.of(id)).get(id)));
        chosen.ifPresent(party -> shown.add(party.id()));
        String query = typed.getOrDefault("q", "");
        List<Found> found =
                query.isBlank() ? List.of() : search.find(query, List.of("PARTY"), FOUND);
        found.forEach(hit -> shown.add(new PartyId(hit.ref())));
        consultations.list("desk.contact-customers", shown);
        boolean fresh = !query.equals(typed.getOrDefault("sought", ""));
        Optional<UUID> only =
                Optional.of(found)
                        .filter(hits -> fresh && hits.size() == 1)
                        .map(hits -> hits.getFirst().ref())
                        .filter(ref -> chosen.filter(c -> c.id().value().equals(ref)).isEmpty());
        return new NewContactPage.Customer(chosen, found, query.strip(), only);
    }
}
