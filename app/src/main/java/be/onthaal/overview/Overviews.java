// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.overview;

import be.onthaal.access.Authorities;
import be.onthaal.access.Callers;
import be.onthaal.audit.Audit;
import be.onthaal.audit.AuditEvent;
import be.onthaal.audit.ConsultedOn;
import be.onthaal.common.Brussels;
import be.onthaal.common.NotFound;
import be.onthaal.database.Part;
import be.onthaal.database.Parts;
import be.onthaal.paper.Papers;
import be.onthaal.party.Consent;
import be.onthaal.party.ConsentPurpose;
import be.onthaal.party.ContactPoint;
import be.onthaal.party.Detail;
import be.onthaal.party.Identifier;
import be.onthaal.party.Party;
import be.onthaal.party.PartyId;
import be.onthaal.party.Relation;
import be.onthaal.party.Wishes;
import be.onthaal.timeline.Timeline;
import be.onthaal.timeline.TimelineLine;
import be.onthaal.web.Texts;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionOperations;

/** Tells a customer what the authority knows of him; that it was told is logged. */
@Service
public class Overviews {

    private static final int LINES = 1_000;
    private static final int DAYS = 1_000;

    private final Known known;
    private final Timeline timeline;
    private final Authorities authorities;
    private final Audit audit;
    private final Papers papers;
    private final Texts texts;
    private final TransactionOperations transactions;
    private final Parts parts;
    private final Clock clock;

    Overviews(
            Known known,
            Timeline timeline,
            Authorities authorities,
            Audit audit,
            Papers papers,
            Texts texts,
            TransactionOperations transactions,
            Parts parts,
            Clock clock) {
        this.known = known;
        this.timeline = timeline;
        this.authorities = authorities;
        this.audit = audit;
        this.papers = papers;
        this.texts = texts;
        this.transactions = transactions;
        this.parts = parts;
        this.clock = clock;
    }

    /** The same as a PDF, in his language; laid out after the transaction that told of it. */
    @Transactional(propagation = Propagation.NEVER)
    public byte[] paper(PartyId id) {
        Overview overview = transactions.execute(status -> make(id, Form.PDF));
        return papers.pdf(OverviewPaper.of(overview, texts.in(overview.preferences().language())));
    }

    /** In which form it is handed over. */
    public enum Form {
        JSON,
        PDF
    }

    /** The overview as data; that it was made is logged. */
    @Transactional
    public Overview make(PartyId id, Form form) {
        Part<Optional<Party>> asked = known.parties().partOf(id);
        Part<List<Relation>> related = known.relations().partOf(id);
        Part<Boolean> own = known.ownFile().partOf(id);
        Parts.Answers who = parts.ask(asked, related, own);
        Party party = who.to(asked).orElseThrow(() -> new NotFound("party.party"));
        log(party, who.to(related), who.to(own), form);
        List<UUID> profiles = profiles(party);
        Part<List<TimelineLine>> told = timeline.partOf(profiles, LINES);
        Part<List<ConsultedOn>> looked = audit.consultationsOfParty(profiles, DAYS);
        Part<Map<ConsentPurpose, Consent>> consents = known.consents().partOf(party);
        Part<Wishes> wishes = known.preferences().partOf(id);
        Parts.Answers answers = parts.ask(told, looked, consents, wishes);
        LocalDate today = Brussels.today(clock);
        return new Overview(
                Overview.FORMAT,
                today.toString(),
                authorities.get(Callers.current().authority()).name(),
                who(party),
                facts(party),
                reached(party),
                who.to(related).stream()
                        .filter(relation -> relation.holdsOn(today))
                        .map(Overviews::relative)
                        .toList(),
                wanted(party, answers.to(wishes)),
                said(answers.to(consents)),
                answers.to(told).stream().map(Overviews::happened).toList(),
                answers.to(looked).stream()
                        .map(day ->
                                new Overview.Looked(
                                        day.day().toString(), day.purpose(), day.times()))
                        .toList());
    }

    private void log(Party party, List<Relation> relations, boolean own, Form form) {
        known.parties().consulted(party, relations.stream().map(one -> one.other().id()).toList());
        if (own) {
            known.ownFile().viewed(party.id());
        }
        audit.record(
                AuditEvent.of(
                                "party.overview-made",
                                AuditEvent.Subject.of("PARTY", party.id().value()))
                        .about(profiles(party))
                        .with("form", form.name()));
    }

    private static List<UUID> profiles(Party party) {
        return party.members().stream().map(PartyId::value).toList();
    }

    private static Overview.Who who(Party party) {
        return new Overview.Who(
                party.kind().name(),
                party.name(),
                party.identifiers().stream().map(Overviews::number).toList());
    }

    private static Overview.Number number(Identifier number) {
        return new Overview.Number(number.scheme().name(), number.display(), number.source());
    }

    private static List<Overview.Fact> facts(Party party) {
        return party.details().all().stream().map(Overviews::fact).toList();
    }

    private static Overview.Fact fact(Detail detail) {
        return new Overview.Fact(
                detail.kind().name(),
                detail.value(),
                detail.source(),
                detail.since().map(LocalDate::toString),
                Brussels.date(detail.statedAt()).toString(),
                detail.endedAt().map(at -> Brussels.date(at).toString()),
                detail.contested());
    }

    private static List<Overview.Reached> reached(Party party) {
        return Stream.concat(party.contactPoints().stream(), party.formerPoints().stream())
                .map(Overviews::reached)
                .toList();
    }

    private static Overview.Reached reached(ContactPoint point) {
        return new Overview.Reached(
                point.kind().name(),
                point.display(),
                point.source(),
                point.preferred(),
                point.inUse(),
                point.standing().verified().map(verified -> verified.on().toString()));
    }

    private static Overview.Relative relative(Relation relation) {
        return new Overview.Relative(
                relation.kind().name(),
                relation.side().name(),
                Optional.of(relation.other().name()).filter(name -> relation.actsForHim()),
                relation.history().source(),
                relation.terms().since().map(LocalDate::toString),
                relation.terms().until().map(LocalDate::toString));
    }

    private static Overview.Wanted wanted(Party party, Wishes wishes) {
        return new Overview.Wanted(
                wishes.general().locale().orElse(party.locale()),
                wishes.general().channel().map(Enum::name));
    }

    private static List<Overview.Said> said(Map<ConsentPurpose, Consent> consents) {
        return Stream.of(ConsentPurpose.values())
                .map(purpose -> said(purpose, Optional.ofNullable(consents.get(purpose))))
                .toList();
    }

    private static Overview.Said said(ConsentPurpose purpose, Optional<Consent> word) {
        return new Overview.Said(
                purpose.name(),
                word.filter(Consent::given).isPresent(),
                word.map(consent -> Brussels.date(consent.at()).toString()),
                word.map(consent -> consent.channel().name()),
                word.map(consent -> consent.text().version()),
                word.map(consent -> consent.text().words()),
                word.map(Consent::proof));
    }

    private static Overview.Happened happened(TimelineLine line) {
        return new Overview.Happened(
                Brussels.date(line.at()).toString(),
                line.event(),
                line.channel(),
                line.ref().flatMap(TimelineLine.Ref::number));
    }
}
