// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.desk;

import be.onthaal.access.Caller;
import be.onthaal.access.Callers;
import be.onthaal.access.Permission;
import be.onthaal.access.UnitId;
import be.onthaal.audit.AuditEvent;
import be.onthaal.cases.CaseFile;
import be.onthaal.cases.CaseId;
import be.onthaal.cases.CaseLine;
import be.onthaal.cases.OpenCase;
import be.onthaal.cases.Origin;
import be.onthaal.common.EmailAddress;
import be.onthaal.common.PublicNumber;
import be.onthaal.common.Refused;
import be.onthaal.contact.NewContact;
import be.onthaal.contact.NewQuestion;
import be.onthaal.contact.QuestionOutcome;
import be.onthaal.contact.Source;
import be.onthaal.database.Part;
import be.onthaal.database.Parts;
import be.onthaal.mail.AttachmentId;
import be.onthaal.mail.MailAlike;
import be.onthaal.mail.MailView;
import be.onthaal.notifications.Live;
import be.onthaal.party.ContactPoint;
import be.onthaal.party.NewParty;
import be.onthaal.party.Party;
import be.onthaal.party.PartyId;
import be.onthaal.party.PartySummary;
import be.onthaal.party.Recognition;
import be.onthaal.post.CaseLink;
import be.onthaal.post.Change;
import be.onthaal.post.Company;
import be.onthaal.post.EntryId;
import be.onthaal.post.Piece;
import be.onthaal.post.RegisterEntry;
import be.onthaal.scanning.ScannedPiece;
import be.onthaal.timeline.Timeline;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** A piece that came in: read, and brought to the case or the unit where it belongs. */
@Service
class EntryDesk {

    private static final String ENTRY = "POST";
    private static final int LINES = 10;
    private static final int OPEN = 10;

    private final DeskModules modules;
    private final EntryMail mail;
    private final Lists lists;
    private final Consultations consultations;
    private final Timeline timeline;
    private final Parts parts;
    private final Live live;

    EntryDesk(
            DeskModules modules,
            EntryMail mail,
            Lists lists,
            Consultations consultations,
            Timeline timeline,
            Parts parts,
            Live live) {
        this.modules = modules;
        this.mail = mail;
        this.lists = lists;
        this.consultations = consultations;
        this.timeline = timeline;
        this.parts = parts;
        this.live = live;
    }

    /** How a case is made of an entry. */
    record NewCase(
            String type, String subject, UnitId unit, Optional<PartyId> party, Newcomer newcomer) {}

    /** A mail byte for byte, with the number it was registered under. */
    record Original(String number, byte[] bytes) {}

    /** A part of a mail. */
    record Attached(MailView.Attachment about, byte[] bytes) {}

    /** Somebody to take in; without a name there is nobody. */
    record Newcomer(String name, String email) {}

    @Transactional
    EntryPage show(EntryId id) {
        Part<RegisterEntry> registered = modules.post().partOf(id);
        Part<Optional<MailView>> came = mail.partOf(id);
        Part<Optional<ScannedPiece>> scanned = modules.scans().partOf(id);
        Parts.Answers answers = parts.ask(registered, came, scanned);
        RegisterEntry entry = answers.to(registered);
        Optional<MailView> read = answers.to(came);
        Part<Optional<PartySummary>> known = known(entry);
        Part<EntryPage.History> before = before(entry);
        Part<Company> company = modules.entries().companyOf(id);
        Part<List<Change>> changes = modules.entries().historyOf(id);
        Part<Optional<MailAlike>> alike = mail.alike(entry, read);
        Parts.Answers about = parts.ask(known, before, company, changes, alike);
        EntryPage.Sender sender = sender(entry, read, about.to(known));
        List<UUID> shown =
                Stream.concat(
                                Stream.concat(sender.known().stream(), sender.candidates().stream())
                                        .map(PartySummary::id),
                                named(entry, about.to(company)))
                        .map(PartyId::value)
                        .distinct()
                        .toList();
        var subject =
                AuditEvent.Subject.of(
                        ENTRY, id.value(), entry.filing().confidentiality(), entry.filing().unit());
        AuditEvent seen =
                AuditEvent.of("post.viewed", subject).with("number", entry.number().display());
        consultations.one(seen, shown);
        Caller caller = Callers.current();
        var choices =
                new EntryPage.Choices(
                        lists.caseTypes(),
                        lists.units(),
                        lists.unitNames(),
                        caller.may(Permission.POST_HANDLE),
                        caller.may(Permission.CASE_HANDLE));
        var filed =
                new EntryPage.Filed(
                        about.to(company), about.to(changes), lists.colleagues(), lists.today());
        return new EntryPage(
                entry,
                read,
                answers.to(scanned),
                sender,
                about.to(before),
                filed,
                choices,
                about.to(alike).flatMap(this::inCase));
    }

    /** The case that holds it by now, if the caller may see that. */
    private Optional<EntryPage.Alike> inCase(MailAlike before) {
        return modules.post()
                .find(EntryMail.source(before))
                .flatMap(RegisterEntry::caseLink)
                .map(link -> new EntryPage.Alike(link, before.at()));
    }

    /**
     * Whom the page names: who it is from or for, also to a reader who may not open his profile,
     * who that likely is, and further correspondents.
     */
    private static Stream<PartyId> named(RegisterEntry entry, Company company) {
        return Stream.concat(
                Stream.concat(
                        entry.parties().stream(), entry.particulars().care().likely().stream()),
                company.others().stream().flatMap(other -> other.known().stream()));
    }

    /** Makes the contact and the case, and takes the entry off the inbox; all or nothing. */
    @Transactional
    CaseFile makeCase(EntryId id, NewCase wanted) {
        RegisterEntry entry = modules.post().hold(id);
        if (entry.caseLink().isPresent()) {
            // A second click, or a colleague who was first: the case is there, and so is the
            // customer.
            return modules.cases().get(new CaseId(entry.caseLink().get().id())).file();
        }
        Piece piece = entry.piece();
        Optional<PartyId> party = customer(wanted);
        CaseFile file =
                modules.cases()
                        .open(
                                new OpenCase(
                                        wanted.type(),
                                        wanted.subject(),
                                        mail.of(entry).map(m -> m.body().newText()).orElse(""),
                                        party,
                                        wanted.unit(),
                                        new OpenCase.Intake(
                                                piece.channel(),
                                                piece.on(),
                                                Optional.of(new Origin(ENTRY, id.value()))),
                                        Optional.of(entry.filing().confidentiality())));
        noteContact(entry, party, file);
        link(id, file);
        live.changed("inbox");
        return file;
    }

    /** Brings the entry to a case that is there already. */
    @Transactional
    CaseFile addToCase(EntryId id, String number) {
        modules.post().hold(id);
        CaseFile file =
                PublicNumber.parse(number)
                        .flatMap(modules.cases()::findByNumber)
                        .orElseThrow(() -> new Refused("desk.case-unknown"));
        modules.entriesOfCases().add(id, file);
        live.changed("inbox");
        return file;
    }

    /** Says whether a mail belongs to the case that it names. */
    @Transactional
    void decide(EntryId id, boolean belongs) {
        RegisterEntry entry = modules.post().hold(id);
        if (belongs) {
            mail.accept(entry);
        } else {
            mail.takeAsNew(entry);
        }
        live.changed("inbox");
    }

    /** The mail of the entry, for the frame that shows it; it can be asked without its page. */
    @Transactional
    Optional<MailView> mailOf(EntryId id) {
        return mail.consult(modules.post().get(id));
    }

    /** The number of the entry and its mail as it came. */
    @Transactional
    Optional<Original> originalOf(EntryId id) {
        RegisterEntry entry = modules.post().get(id);
        return mail.original(entry).map(bytes -> new Original(entry.number().display(), bytes));
    }

    /** A part of the mail of the entry, with its bytes. */
    @Transactional
    Optional<Attached> partOf(EntryId id, AttachmentId part) {
        RegisterEntry entry = modules.post().get(id);
        return mail.of(entry).stream()
                .flatMap(read -> read.attachments().stream())
                .filter(attachment -> attachment.id().equals(part))
                .findFirst()
                .flatMap(found ->
                        mail.attachment(entry, part).map(bytes -> new Attached(found, bytes)));
    }

    private Part<Optional<PartySummary>> known(RegisterEntry entry) {
        return customer(entry)
                .map(id -> modules.parties().partOf(id).then(EntryDesk::summary))
                .orElse(Part.known(Optional.empty()));
    }

    private static Optional<PartySummary> summary(Optional<Party> party) {
        return party.map(known ->
                new PartySummary(
                        known.id(),
                        known.kind(),
                        known.name(),
                        known.reachedBy(ContactPoint.Kind.EMAIL)));
    }

    private Part<EntryPage.History> before(RegisterEntry entry) {
        return customer(entry)
                .map(id -> modules.parties().members(id))
                .filter(profiles -> !profiles.isEmpty())
                .map(profiles ->
                        timeline.partOf(profiles.stream().map(PartyId::value).toList(), LINES)
                                .with(
                                        openCases(profiles),
                                        (lines, open) ->
                                                EntryPage.History.of(open, lines, entry.id())))
                .orElse(Part.known(EntryPage.History.NONE));
    }

    private Part<List<CaseLine>> openCases(List<PartyId> profiles) {
        return Callers.current().may(Permission.CASE_VIEW)
                ? modules.cases().partOfCustomer(profiles, OPEN)
                : Part.known(List.of());
    }

    /** The customer it was registered for, if the caller may know him. */
    private static Optional<PartyId> customer(RegisterEntry entry) {
        return entry.piece().party().filter(id -> Callers.current().may(Permission.PARTY_VIEW));
    }

    private EntryPage.Sender sender(
            RegisterEntry entry, Optional<MailView> read, Optional<PartySummary> known) {
        String address = read.map(m -> m.header().fromAddress()).orElse("");
        String name =
                read.map(m -> m.header().fromName())
                        .filter(written -> !written.isBlank())
                        .orElse(entry.piece().correspondent());
        boolean mayKnow = Callers.current().may(Permission.PARTY_VIEW);
        List<PartySummary> candidates =
                known.isPresent() || !mayKnow
                        ? List.of()
                        : EmailAddress.parse(address).map(this::candidates).orElse(List.of());
        return new EntryPage.Sender(known, candidates, name, address);
    }

    private List<PartySummary> candidates(EmailAddress address) {
        return switch (modules.parties().recognise(address)) {
            case Recognition.One(PartySummary party) -> List.of(party);
            case Recognition.Several(List<PartySummary> parties) -> parties;
            case Recognition.Nobody() -> List.of();
        };
    }

    private Optional<PartyId> customer(NewCase wanted) {
        Newcomer newcomer = wanted.newcomer();
        if (wanted.party().isPresent() || newcomer.name().isEmpty()) {
            return wanted.party();
        }
        var person = NewParty.person(newcomer.name(), EmailAddress.parse(newcomer.email()), "MAIL");
        return Optional.of(modules.parties().register(person));
    }

    /** Intake may have noted the contact of a mail already; its source says so. */
    private void noteContact(RegisterEntry entry, Optional<PartyId> party, CaseFile file) {
        var link = new be.onthaal.contact.CaseLink(file.id().value(), file.number().display());
        var question =
                new NewQuestion(
                        file.matter().subject(),
                        Optional.of(file.placement().unit()),
                        QuestionOutcome.CASE,
                        Optional.of(link));
        var source =
                entry.filing()
                        .source()
                        .map(made -> new Source(made.kind(), made.id()))
                        .orElseGet(() -> new Source(ENTRY, entry.id().value()));
        modules.contacts()
                .record(
                        new NewContact(
                                        entry.piece().channel(),
                                        party,
                                        file.placement().unit(),
                                        entry.filing().at(),
                                        Optional.empty(),
                                        "",
                                        List.of(question),
                                        Optional.of(source))
                                .with(file.matter().confidentiality()));
    }

    private void link(EntryId id, CaseFile file) {
        modules.post()
                .linkCase(
                        id,
                        new CaseLink(file.id().value(), file.number().display()),
                        file.placement().unit(),
                        file.matter().confidentiality());
    }
}
