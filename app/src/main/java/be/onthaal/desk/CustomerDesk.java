// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.desk;

import be.onthaal.access.Caller;
import be.onthaal.access.Callers;
import be.onthaal.access.Permission;
import be.onthaal.audit.Audit;
import be.onthaal.audit.Looker;
import be.onthaal.cases.CaseLine;
import be.onthaal.common.Brussels;
import be.onthaal.common.NotFound;
import be.onthaal.common.PartialDate;
import be.onthaal.contact.Verification;
import be.onthaal.database.Part;
import be.onthaal.database.Parts;
import be.onthaal.kbo.EnterpriseFound;
import be.onthaal.party.Consent;
import be.onthaal.party.ConsentPurpose;
import be.onthaal.party.Consents;
import be.onthaal.party.Detail;
import be.onthaal.party.Identifier;
import be.onthaal.party.LikelyMatch;
import be.onthaal.party.LikelyMatches;
import be.onthaal.party.Merge;
import be.onthaal.party.NewParty;
import be.onthaal.party.Party;
import be.onthaal.party.PartyId;
import be.onthaal.party.PartySummary;
import be.onthaal.party.Relation;
import be.onthaal.party.SafetyFlag;
import be.onthaal.party.Wishes;
import be.onthaal.timeline.Timeline;
import be.onthaal.timeline.TimelineLine;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Customers: found, shown and taken in. */
@Service
class CustomerDesk {

    private static final int LINES = 100;
    private static final int OPEN = 20;
    private static final int LOOKERS = 50;
    private static final int FOUND = 50;
    private static final int ENTERPRISES = 5;

    private final CustomerModules modules;
    private final Timeline timeline;
    private final Audit audit;
    private final Consultations consultations;
    private final Lists lists;
    private final Drafts drafts;
    private final Parts parts;
    private final Clock clock;

    CustomerDesk(
            CustomerModules modules,
            Timeline timeline,
            Audit audit,
            Consultations consultations,
            Lists lists,
            Drafts drafts,
            Parts parts,
            Clock clock) {
        this.modules = modules;
        this.timeline = timeline;
        this.audit = audit;
        this.consultations = consultations;
        this.lists = lists;
        this.drafts = drafts;
        this.parts = parts;
        this.clock = clock;
    }

    @Transactional
    CustomersPage search(String query) {
        List<PartySummary> found = modules.finder().find(query, FOUND);
        consultations.list(
                "desk.customers-searched", found.stream().map(PartySummary::id).toList());
        List<EnterpriseFound> enterprises =
                query.isBlank()
                        ? List.of()
                        : modules.enterprises().search(query, Optional.empty(), ENTERPRISES);
        if (!enterprises.isEmpty()) {
            consultations.register("desk.enterprises-searched");
        }
        return new CustomersPage(
                query,
                found,
                enterprises,
                Callers.current().may(Permission.PARTY_EDIT),
                modules.cards().isOffered(),
                asksRegister());
    }

    private boolean asksSocialData() {
        return Callers.current().may(Permission.SOCIAL_CONSULT) && modules.register().isOffered();
    }

    private boolean asksRegister() {
        return Callers.current().may(Permission.REGISTER_CONSULT) && modules.register().isOffered();
    }

    /** Without a question, those who look most like him. */
    @Transactional
    MergeWithPage mergeWith(PartyId id, String query) {
        modules.parties().handled(id);
        Party party = modules.parties().consult(id);
        List<PartySummary> found =
                modules.finder().find(query.isEmpty() ? party.name() : query, FOUND).stream()
                        .filter(other -> !other.id().equals(party.id()))
                        .toList();
        consultations.list(
                "desk.customers-searched", found.stream().map(PartySummary::id).toList());
        return new MergeWithPage(party, query, found);
    }

    @Transactional
    CustomerPage show(PartyId id) {
        Part<Optional<Party>> known = modules.parties().partOf(id);
        Part<List<Relation>> related = modules.relations().partOf(id);
        Part<Boolean> own = modules.ownFile().partOf(id);
        Parts.Answers who = parts.ask(known, related, own);
        Party party = who.to(known).orElseThrow(() -> new NotFound("party.party"));
        List<Relation> relations = who.to(related);
        modules.parties()
                .consulted(party, relations.stream().map(one -> one.other().id()).toList());
        boolean isOwn = who.to(own);
        boolean numbered = !isOwn && party.nationalNumber().isPresent();
        if (isOwn) {
            modules.ownFile().viewed(party.id());
        }
        List<UUID> profiles = party.members().stream().map(PartyId::value).toList();
        Part<List<TimelineLine>> told = timeline.partOf(profiles, LINES);
        Part<List<Looker>> lookers = audit.lookersOfParty(profiles, LOOKERS);
        Caller caller = Callers.current();
        Part<List<CaseLine>> open =
                caller.may(Permission.CASE_VIEW)
                        ? modules.cases().partOfCustomer(party.members(), OPEN)
                        : Part.known(List.of());
        Part<List<Merge>> merges = modules.merges().partOf(party);
        Part<Map<ConsentPurpose, Consent>> consents = modules.consents().partOf(party);
        Part<List<SafetyFlag>> flags = modules.flags().partOf(party);
        Part<Optional<Verification.Telling>> typing = telling(party);
        Part<Wishes> wishes = modules.preferences().partOf(id);
        Parts.Answers answers =
                parts.ask(told, open, lookers, merges, consents, flags, wishes, typing);
        return new CustomerPage(
                party,
                answers.to(open),
                Days.of(answers.to(told)),
                answers.to(lookers),
                Relatives.of(relations, Brussels.today(clock)),
                new CustomerPage.Decided(
                        answers.to(merges), answers.to(consents), answers.to(flags)),
                new CustomerPage.Wanted(answers.to(wishes), lists.caseTypes()),
                new CustomerPage.May(
                        caller.may(Permission.PARTY_EDIT) && !isOwn,
                        caller.may(Permission.CONTACT_HANDLE) && !isOwn,
                        isOwn,
                        numbered && asksRegister(),
                        numbered && asksSocialData(),
                        answers.to(typing)));
    }

    /** What may be told while a contact with him is being noted. */
    private Part<Optional<Verification.Telling>> telling(Party party) {
        return drafts.ofLastHour(ContactDesk.DRAFT)
                .then(kept ->
                        kept.filter(typed ->
                                        party.members().stream()
                                                .anyMatch(id ->
                                                        id.toString().equals(typed.get("party"))))
                                .filter(typed -> !VerifiedFor.another(typed))
                                .flatMap(typed ->
                                        Verification.How.of(typed.getOrDefault("verified", "NOT")))
                                .map(Verification.How::telling));
    }

    /** Customers who are likely the one that is being typed; whoever is shown is consulted. */
    @Transactional
    List<LikelyMatch> like(LikelyMatches.Typed typed) {
        List<LikelyMatch> matches = modules.likely().of(typed);
        consultations.list(
                "desk.customers-likely",
                matches.stream().map(match -> match.party().id()).toList());
        return matches;
    }

    @Transactional
    PartyId register(NewParty party, Optional<PartialDate> birth) {
        PartyId id = modules.parties().register(party);
        birth.ifPresent(date ->
                modules.parties()
                        .stateUnlessRegistered(
                                id, Detail.Kind.BIRTH_DATE, date.toString(), party.source()));
        return id;
    }

    @Transactional
    void state(PartyId id, Detail.Kind kind, String value) {
        modules.parties().state(id, kind, value, CustomerPages.SOURCE, Optional.empty());
    }

    @Transactional
    void consent(PartyId id, Consents.Said said) {
        modules.consents().record(id, said);
    }

    @Transactional
    void warn(PartyId id, String reason, LocalDate until) {
        modules.flags().warn(id, reason, until);
    }

    @Transactional
    void lift(PartyId id, UUID flag) {
        modules.flags().lift(id, flag);
    }

    @Transactional
    void retract(PartyId id, Detail.Kind kind) {
        modules.parties().retract(id, kind);
    }

    @Transactional
    void contest(PartyId id, Detail.Kind kind, String why) {
        modules.parties().contest(id, kind, why);
    }

    @Transactional
    Optional<PartyId> identify(PartyId id, Identifier number) {
        return modules.parties().identify(id, number);
    }
}
