// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.contact;

import be.onthaal.access.Callers;
import be.onthaal.access.Permission;
import be.onthaal.audit.Audit;
import be.onthaal.audit.AuditEvent;
import be.onthaal.common.Channel;
import be.onthaal.common.FreeText;
import be.onthaal.common.NotFound;
import be.onthaal.common.Refused;
import be.onthaal.database.Ids;
import be.onthaal.database.Part;
import be.onthaal.party.OwnFile;
import be.onthaal.party.Parties;
import be.onthaal.party.PartyId;
import be.onthaal.party.PartySummary;
import be.onthaal.search.Findable;
import be.onthaal.search.Search;
import be.onthaal.timeline.Subject;
import be.onthaal.timeline.Timeline;
import be.onthaal.timeline.TimelineLine;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The contact moments of the authority, on every channel. */
@Service
public class Contacts {

    /** Longer subjects of a question are refused. */
    public static final int LONGEST_SUBJECT = 2_000;

    private static final int LONGEST_NOTE = 100_000;

    private final ContactStore contacts;
    private final Parties parties;
    private final OwnFile ownFile;
    private final Audit audit;
    private final Timeline timeline;
    private final Search search;

    Contacts(
            ContactStore contacts,
            Parties parties,
            OwnFile ownFile,
            Audit audit,
            Timeline timeline,
            Search search) {
        this.ownFile = ownFile;
        this.contacts = contacts;
        this.parties = parties;
        this.audit = audit;
        this.timeline = timeline;
        this.search = search;
    }

    /** Records a contact; the same source is recorded once. */
    @Transactional
    public ContactId record(NewContact asked) {
        Callers.require(Permission.CONTACT_HANDLE);
        NewContact contact = checked(asked);
        Optional<ContactId> before = contact.source().flatMap(contacts::find);
        if (before.isPresent()) {
            return before.get();
        }
        ownFile.refuse(contact.party().stream().toList());
        Optional<PartySummary> customer = contact.party().map(parties::meet);
        var id = new ContactId(Ids.next());
        contacts.insert(id, contact);
        audit.record(
                AuditEvent.of(
                                "contact.recorded",
                                AuditEvent.Subject.of(
                                        "CONTACT",
                                        id.value(),
                                        contact.confidentiality(),
                                        contact.unit()))
                        .about(contact.party().map(PartyId::value).stream().toList())
                        .with("channel", contact.channel().name()));
        contact.party().ifPresent(party -> tell(party, id, contact));
        index(id, contact, customer.map(PartySummary::name).orElse(""));
        return id;
    }

    /** The contact, with the consultation logged in the same commit. */
    @Transactional
    public ContactMoment consult(ContactId id) {
        Callers.require(Permission.PARTY_VIEW);
        ContactStore.Kept kept =
                contacts.find(id).orElseThrow(() -> new NotFound("contact.contact"));
        audit.consulted(
                AuditEvent.of(
                                "contact.consulted",
                                AuditEvent.Subject.of(
                                        "CONTACT",
                                        id.value(),
                                        kept.confidentiality(),
                                        kept.moment().unit()))
                        .about(kept.party().map(PartyId::value).stream().toList()));
        return kept.moment();
    }

    /** The last contacts with a customer, newest first. */
    @Transactional(readOnly = true)
    public List<ContactMoment> ofParty(Collection<PartyId> profiles, int most) {
        Callers.require(Permission.PARTY_VIEW);
        return contacts.ofParty(profiles, most);
    }

    /** How many contacts there were today, per channel that had any: a part of a page. */
    public Part<Map<Channel, Long>> today() {
        Callers.require(Permission.DESK);
        return contacts.today();
    }

    private void tell(PartyId party, ContactId id, NewContact contact) {
        timeline.add(
                new Subject(
                        Subject.Kind.PARTY,
                        party.value(),
                        contact.confidentiality(),
                        Optional.of(contact.unit())),
                new TimelineLine(
                        contact.startedAt(),
                        "contact.recorded",
                        Optional.of(contact.channel().name()),
                        Callers.current().name(),
                        Optional.of(new TimelineLine.Ref("CONTACT", id.value(), Optional.empty())),
                        subjects(contact),
                        contact.verification().how() == Verification.How.NOT
                                ? Map.of()
                                : Map.of("verified", contact.verification().how().name())));
    }

    private void index(ContactId id, NewContact contact, String customer) {
        search.put(
                new Findable(
                        "CONTACT",
                        id.value(),
                        Optional.empty(),
                        subjects(contact),
                        customer,
                        contact.note(),
                        new Findable.Visibility(
                                contact.confidentiality(), Optional.of(contact.unit())),
                        contact.startedAt()));
    }

    private static String subjects(NewContact contact) {
        return contact.questions().stream()
                .map(NewQuestion::subject)
                .collect(Collectors.joining(" · "));
    }

    private static NewContact checked(NewContact contact) {
        if (contact.questions().isEmpty()) {
            throw new Refused("contact.question-missing");
        }
        if (contact.endedAt().filter(end -> end.isBefore(contact.startedAt())).isPresent()) {
            throw new Refused("contact.ends-before-start");
        }
        return new NewContact(
                contact.channel(),
                contact.party(),
                contact.unit(),
                contact.startedAt(),
                contact.endedAt(),
                FreeText.clean(contact.note(), LONGEST_NOTE, "contact.note-too-long"),
                contact.questions().stream().map(Contacts::checked).toList(),
                contact.source(),
                contact.confidentiality(),
                checked(contact.party(), contact.verification()));
    }

    /** Of somebody unknown nothing is sure. */
    private static Verification checked(Optional<PartyId> party, Verification sure) {
        if (party.isEmpty()) {
            return Verification.NONE;
        }
        String words = FreeText.clean(sure.words(), LONGEST_SUBJECT, "contact.subject-too-long");
        if (sure.how() == Verification.How.QUESTIONS && words.isEmpty()) {
            throw new Refused("contact.verification-missing");
        }
        return new Verification(sure.how(), words);
    }

    private static NewQuestion checked(NewQuestion question) {
        String subject =
                FreeText.required(
                        question.subject(),
                        LONGEST_SUBJECT,
                        "contact.question-missing",
                        "contact.subject-too-long");
        return new NewQuestion(subject, question.unit(), question.outcome(), question.caseLink());
    }
}
