// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.probe;

import be.onthaal.access.Caller;
import be.onthaal.access.Callers;
import be.onthaal.access.Confidentiality;
import be.onthaal.access.UnitId;
import be.onthaal.cases.CaseFile;
import be.onthaal.cases.CaseType;
import be.onthaal.cases.CaseTypeDrafts;
import be.onthaal.cases.CaseTypes;
import be.onthaal.cases.Cases;
import be.onthaal.cases.OpenCase;
import be.onthaal.common.Channel;
import be.onthaal.common.Digest;
import be.onthaal.common.EmailAddress;
import be.onthaal.common.NationalNumber;
import be.onthaal.common.PhoneNumber;
import be.onthaal.contact.ContactId;
import be.onthaal.contact.Contacts;
import be.onthaal.contact.NewContact;
import be.onthaal.contact.NewQuestion;
import be.onthaal.contact.QuestionOutcome;
import be.onthaal.decisions.DecisionTable;
import be.onthaal.decisions.DecisionTables;
import be.onthaal.decisions.DrawnModel;
import be.onthaal.dispatch.Dispatches;
import be.onthaal.dispatch.NewDispatch;
import be.onthaal.dispatch.Sender;
import be.onthaal.documents.Document;
import be.onthaal.documents.Documents;
import be.onthaal.documents.NewDocument;
import be.onthaal.documents.Upload;
import be.onthaal.organisation.Employee;
import be.onthaal.organisation.Employees;
import be.onthaal.organisation.Grants;
import be.onthaal.organisation.NewEmployee;
import be.onthaal.organisation.StandardRole;
import be.onthaal.organisation.Units;
import be.onthaal.party.Merge;
import be.onthaal.party.Merges;
import be.onthaal.party.NewParty;
import be.onthaal.party.Parties;
import be.onthaal.party.Party;
import be.onthaal.party.PartyId;
import be.onthaal.party.Relation;
import be.onthaal.party.Relations;
import be.onthaal.routing.Conditions;
import be.onthaal.routing.Extras;
import be.onthaal.routing.RoutingRules;
import be.onthaal.routing.RuleWish;
import be.onthaal.routing.Target;
import be.onthaal.testing.AsOwner;
import be.onthaal.testing.Browser;
import be.onthaal.testing.TownFixtures;
import be.onthaal.testing.TownFixtures.TestAuthority;
import be.onthaal.testing.TownFixtures.Town;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.boot.test.context.TestComponent;

/** Plants the canary: everything that a page can name, once for all colleagues and once secret. */
@TestComponent
class ProbeTown {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 20);

    private final TownFixtures towns;
    private final Units units;
    private final Employees employees;
    private final Grants grants;
    private final Work work;
    private final AsOwner owner;

    ProbeTown(
            TownFixtures towns,
            Units units,
            Employees employees,
            Grants grants,
            Work work,
            AsOwner owner) {
        this.towns = towns;
        this.units = units;
        this.employees = employees;
        this.grants = grants;
        this.work = work;
        this.owner = owner;
    }

    /** The modules in which work is planted. */
    @TestComponent
    record Work(
            CaseTypes types,
            CaseTypeDrafts typeDrafts,
            Parties parties,
            Merges merges,
            Relations relations,
            Cases cases,
            Contacts contacts,
            Dispatches dispatches,
            DecisionTables tables,
            RoutingRules rules,
            Documents documents,
            ProbeMail mail) {}

    /** What was planted, by the names that addresses have for it. */
    record Planted(Town town, Caller coordinator, PartyId party, Things open, Things secret) {

        TestAuthority here() {
            return town.municipality();
        }
    }

    /** One of each thing that a page can name. */
    record Things(UnitId unit, CaseFile file, ProbeMail.Received mail, Map<String, String> ids) {}

    Planted plant(int port) {
        Town town = towns.found();
        TestAuthority here = town.municipality();
        Callers.run(here.administrator(), work.types()::installStandard);
        Callers.run(town.ocmw().administrator(), work.types()::installStandard);
        Caller coordinator = towns.person(here, StandardRole.COORDINATOR);
        UnitId closed =
                Callers.as(
                        here.administrator(),
                        () -> units.open("Sociale dienst", Optional.empty()).id());
        PartyId party = Callers.as(coordinator, () -> work.parties().register(canary()));
        Things open = things(here, coordinator, party, here.unit());
        Caller insider = towns.person(here, StandardRole.COORDINATOR, Optional.of(closed));
        Things secret = things(here, insider, party, closed);
        open.ids().putAll(colleagues(here));
        open.ids().put("secret", followed(port, here));
        open.ids().put("slug", here.authority().slug());
        open.ids().put("form", failed(here));
        open.ids().put("decision", decisionTable(here));
        open.ids().put("routingRule", routingRule(here));
        open.ids().putAll(caseType(here));
        open.ids().putAll(subscribed(here));
        open.ids().putAll(archived(here));
        open.ids().putAll(merged(coordinator, party));
        open.ids().put("emergency", emergency(here, coordinator));
        open.ids().put("relation", related(coordinator, party));
        return new Planted(town, coordinator, party, open, secret);
    }

    /** Somebody with every role there is, in an authority of his own. */
    Caller mighty(TestAuthority where) {
        Caller one = towns.person(where, StandardRole.COORDINATOR, Optional.empty());
        var id = new be.onthaal.organisation.EmployeeId(one.employee().orElseThrow());
        Callers.run(
                where.administrator(),
                () -> {
                    for (StandardRole role : StandardRole.values()) {
                        grants.grant(id, role.name(), Optional.empty(), Optional.empty());
                    }
                });
        return towns.caller(where, Callers.as(where.administrator(), () -> employees.get(id)));
    }

    private Things things(TestAuthority here, Caller who, PartyId party, UnitId unit) {
        boolean secret = !unit.equals(here.unit());
        var level = secret ? Confidentiality.CONFIDENTIAL : Confidentiality.INTERNAL;
        String subject = secret ? Canary.SECRET : Canary.SUBJECT;
        CaseFile file = Callers.as(who, () -> file(party, unit, subject, level));
        ProbeMail.Received mail = work.mail().receive(here, who, unit, level, subject);
        UUID task = Callers.as(who, () -> work.cases().get(file.id())).tasks().getFirst().id();
        ContactId contact = Callers.as(who, () -> contact(party, unit, subject, level));
        UUID dispatch = Callers.as(who, () -> dispatch(party, file, unit, level)).value();
        String effect =
                owner.column(
                                "select id from outbox.effect where payload->>'dispatch' = '%s'"
                                        .formatted(dispatch))
                        .getFirst();
        Map<String, String> ids = new java.util.HashMap<>();
        ids.put("party", party.toString());
        ids.put("case", file.id().toString());
        ids.put("task", task.toString());
        ids.put("entry", mail.entry().toString());
        ids.put("message", mail.message().toString());
        ids.put("picture", mail.picture().toString());
        ids.put("mailbox", mail.mailbox().toString());
        ids.put("contact", contact.toString());
        ids.put("dispatch", dispatch.toString());
        ids.put("effect", effect);
        ids.putAll(moved(here, file));
        ids.put("aside", setAside(mail));
        ids.putAll(piece(who, file, subject));
        ids.putAll(scanned(here, unit, level, subject, mail.entry().toString(), party));
        return new Things(unit, file, mail, ids);
    }

    /** A type of this authority alone, with a draft of its next version. */
    private Map<String, String> caseType(TestAuthority here) {
        String draft =
                Callers.as(
                                here.administrator(),
                                () -> {
                                    CaseType standard =
                                            work.types().current(CaseTypes.INFORMATION_QUESTION);
                                    CaseType own =
                                            work.types()
                                                    .publish("probe-type", standard.definition());
                                    return work.typeDrafts().beginFrom(own.id());
                                })
                        .head()
                        .id()
                        .toString();
        return Map.of(
                "caseType", draft,
                "typeCode", "probe-type",
                "typePart", "velden",
                "typeStep", "hoger",
                "typePhase", "handling");
    }

    private String routingRule(TestAuthority here) {
        var wish =
                new RuleWish(
                        "Afval",
                        true,
                        Conditions.ofSubject("afval"),
                        new Target.ToUnit(here.unit()),
                        Extras.NONE);
        return Callers.as(here.administrator(), () -> work.rules().add(0, wish)).toString();
    }

    private String decisionTable(TestAuthority here) {
        String model =
                DrawnModel.table("dienst")
                        .input("onderwerp", "string")
                        .output("dienst", "string")
                        .row("-", "\"Onthaal\"", "")
                        .xml();
        var about = new DecisionTable.About("Toewijzing", "", "", "");
        return Callers.as(
                        here.administrator(),
                        () -> work.tables().draft("probe", about, model, List.of()))
                .head()
                .id()
                .toString();
    }

    /** A destruction list with a case on it, and a hold. */
    private Map<String, String> archived(TestAuthority here) {
        String list = UUID.randomUUID().toString();
        String listed = UUID.randomUUID().toString();
        String hold = UUID.randomUUID().toString();
        owner.execute(
                """
                insert into records.destruction_list (authority_id, id, number, state, due_until,
                    sample_percent, sample_seed, items, snapshot, made_at, made_by, made_account)
                values ('%1$s', '%2$s', 1, 'PROPOSED', '2026-01-01', 10, 'x', 1, 'x', now(),
                    'Archivaris', '%2$s');
                insert into records.item (authority_id, list_id, case_id, number, type_code, type_name,
                    unit_id, confidentiality, opened_on, closed_on, result_code, action, keep_until,
                    state)
                values ('%1$s', '%2$s', '%3$s', 'Z-2000-000001', 'x', 'X', '%5$s', 1, '2000-01-01',
                    '2000-01-02', 'done', 'DESTROY', '2010-01-02', 'LISTED');
                insert into records.hold (authority_id, id, kind, case_id, reason, placed_at, placed_by)
                values ('%1$s', '%4$s', 'CASE', '%3$s', 'Geding', now(), 'Archivaris');
                """
                        .formatted(here.authority().id(), list, listed, hold, here.unit()));
        return Map.of("list", list, "listed", listed, "hold", hold);
    }

    /** A case that somebody opened beyond his rights. */
    private String emergency(TestAuthority here, Caller who) {
        String id = UUID.randomUUID().toString();
        owner.execute(
                """
                insert into access.entrusted (authority_id, id, account_id, person_name, kind, thing,
                    thing_number, way, reason, since, until, by_name)
                values ('%1$s', '%2$s', '%3$s', 'Iemand', 'CASE', '%2$s', 'Z-2000-000001', 'EMERGENCY',
                    'Nood', now() - interval '2 days', now() - interval '1 day', 'Iemand')
                """
                        .formatted(here.authority().id(), id, who.actor()));
        return id;
    }

    /** A program elsewhere that is told, and something that it was told. */
    private Map<String, String> subscribed(TestAuthority here) {
        String webhook = UUID.randomUUID().toString();
        String delivery = UUID.randomUUID().toString();
        owner.execute(
                """
                insert into webhooks.subscription (authority_id, id, name, address, kinds, clearance,
                    made_at, made_by)
                values ('%1$s', '%2$s', 'Elders', 'https://elders.example/', '{case.reopened}', 1,
                    now(), 'Beheerder');
                insert into webhooks.delivery (authority_id, id, subscription_id, event_id, kind, number,
                    payload, happened_at, state, state_at)
                values ('%1$s', '%3$s', '%2$s', '%3$s', 'TEST', '', '{}', now(), 'DELIVERED', now());
                """
                        .formatted(here.authority().id(), webhook, delivery));
        return Map.of("webhook", webhook, "delivery", delivery);
    }

    /** What came with another system: a transfer, a piece of the case, and somebody's export. */
    private Map<String, String> moved(TestAuthority here, CaseFile file) {
        String authority = here.authority().id().toString();
        String transfer = UUID.randomUUID().toString();
        String document = UUID.randomUUID().toString();
        String export = UUID.randomUUID().toString();
        String bytes = "stuk " + document;
        String sha256 = Digest.of(bytes.getBytes(StandardCharsets.UTF_8)).hex();
        owner.execute(
                """
                insert into moving.transfer (authority_id, id, number, asked_by, asked_name, may_hire,
                    state, files, made_at)
                select '%1$s', '%2$s', coalesce(max(number), 0) + 1, '%2$s', 'Beheerder', false,
                    'DONE', '[]', now() from moving.transfer where authority_id = '%1$s';
                insert into files.content (authority_id, sha256, size, bytes, stored_at)
                values ('%1$s', '%5$s', %6$d, convert_to('%7$s', 'UTF8'), now());
                insert into moving.document (authority_id, id, case_id, title, name, sha256, size, added_at)
                values ('%1$s', '%3$s', '%8$s', 'Een stuk', 'stuk.txt', '%5$s', %6$d, now());
                insert into moving.export (authority_id, id, asked_by, asked_name, state, made_at)
                values ('%1$s', '%4$s', '%2$s', 'Iemand anders', 'READY', now());
                """
                        .formatted(
                                authority,
                                transfer,
                                document,
                                export,
                                sha256,
                                bytes.length(),
                                bytes,
                                file.id()));
        return Map.of(
                "transfer", transfer,
                "document", document,
                "export", export,
                "sheet", "parties.csv");
    }

    /** A document of the case, which is a picture. */
    private Map<String, String> piece(Caller who, CaseFile file, String title) {
        byte[] picture =
                java.util.Base64.getDecoder()
                        .decode(
                                "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg==");
        var about =
                new Document.About(title, Optional.empty(), Document.Direction.IN, DAY, "", "nl");
        String id =
                Callers.as(
                                who,
                                () ->
                                        work.documents()
                                                .add(
                                                        file.id(),
                                                        new NewDocument(
                                                                about,
                                                                Optional.empty(),
                                                                Optional.empty()),
                                                        new Upload(
                                                                "plan.png",
                                                                picture.length,
                                                                () ->
                                                                        new java.io
                                                                                .ByteArrayInputStream(
                                                                                picture))))
                        .toString();
        return Map.of("piece", id, "pieceVersion", "1", "piecePage", "1");
    }

    /** A stack of which one piece waits, and another is the entry already. */
    private Map<String, String> scanned(
            TestAuthority here,
            UnitId unit,
            Confidentiality level,
            String subject,
            String entry,
            PartyId party) {
        String stack = UUID.randomUUID().toString();
        String waiting = UUID.randomUUID().toString();
        String done = UUID.randomUUID().toString();
        String sheet = UUID.randomUUID().toString();
        byte[] bytes = ("scan " + stack).getBytes(StandardCharsets.UTF_8);
        owner.execute(
                """
                insert into files.content (authority_id, sha256, size, bytes, stored_at)
                values ('%1$s', '%2$s', %3$d, convert_to('scan %4$s', 'UTF8'), now());
                insert into scanning.stack (authority_id, id, origin, name, sha256, size, unit_id,
                    confidentiality, state, pages, added_at, added_by)
                values ('%1$s', '%4$s', 'UPLOAD', 'stapel.pdf', '%2$s', %3$d, '%5$s', %6$d, 'SPLIT', 2,
                    now(), 'Iemand');
                insert into scanning.piece (authority_id, id, stack_id, first_sheet, state, unit_id,
                    confidentiality, kind, sender, party_id, subject, text, pages, pdf_sha256, pdf_size,
                    picture_sha256, entry_id)
                values ('%1$s', '%7$s', '%4$s', 1, 'WAITING', '%5$s', %6$d, 'LETTER', '%8$s', '%9$s',
                        '%10$s', '%8$s', 1, '%2$s', %3$d, '%2$s', null),
                    ('%1$s', '%11$s', '%4$s', 2, 'REGISTERED', '%5$s', %6$d, 'LETTER', '%8$s', '%9$s',
                        '%10$s', '%8$s', 1, '%2$s', %3$d, '%2$s', '%12$s');
                insert into scanning.sheet (authority_id, id, stack_id, number, state, picture_sha256,
                    piece_id)
                values ('%1$s', '%13$s', '%4$s', 1, 'READ', '%2$s', '%7$s');
                """
                        .formatted(
                                here.authority().id(),
                                Digest.of(bytes).hex(),
                                bytes.length,
                                stack,
                                unit,
                                level.level(),
                                waiting,
                                Canary.NAME,
                                party,
                                subject,
                                done,
                                entry,
                                sheet));
        return Map.of("scanStack", stack, "scan", waiting, "scanSheet", sheet);
    }

    /** Another mail like this one, that nobody could read. */
    private String setAside(ProbeMail.Received like) {
        String aside = UUID.randomUUID().toString();
        byte[] bytes = ("mail " + aside).getBytes(StandardCharsets.UTF_8);
        owner.execute(
                """
                insert into files.content (authority_id, sha256, size, bytes, stored_at)
                select authority_id, '%3$s', %4$d, convert_to('mail %2$s', 'UTF8'), now()
                from mail.message where id = '%1$s';
                insert into mail.message (authority_id, id, mailbox_id, sha256, size, stored_at, state,
                    reason, subject, from_name, unit_id, confidentiality)
                select authority_id, '%2$s', mailbox_id, '%3$s', %4$d, now(), 'UNREADABLE',
                    'not-processed', subject, 'Iemand', unit_id, confidentiality
                from mail.message where id = '%1$s';
                """
                        .formatted(like.message(), aside, Digest.of(bytes).hex(), bytes.length));
        return aside;
    }

    /** A web form that could not be taken in. */
    private String failed(TestAuthority here) {
        String form = UUID.randomUUID().toString();
        owner.execute(
                """
                insert into portal.submission (authority_id, id, token_hash, received_at, locale, name,
                    email, subject, text, state, problem, unit_id)
                values ('%1$s', '%2$s', convert_to('%2$s', 'UTF8'), now(), 'nl', 'Iemand',
                    'iemand@voorbeeld.be', '%3$s', 'Hoe?', 'FAILED', 'keeps-failing', '%4$s')
                """
                        .formatted(here.authority().id(), form, Canary.SUBJECT, here.unit()));
        return form;
    }

    private Map<String, String> colleagues(TestAuthority here) {
        return Callers.as(
                here.administrator(),
                () -> {
                    UnitId spare = units.open("Reservedienst", Optional.empty()).id();
                    Employee employee =
                            employees.hire(
                                    new NewEmployee(
                                            "Collega Reserve",
                                            "Reserve",
                                            new EmailAddress(
                                                    "reserve-" + spare + "@voorbeeld.be")));
                    String role = StandardRole.READER.name();
                    grants.grant(employee.id(), role, Optional.empty(), Optional.empty());
                    return Map.of(
                            "unit", spare.toString(),
                            "employee", employee.id().toString(),
                            "grant", grants.of(employee.id()).getFirst().id().toString());
                });
    }

    private String followed(int port, TestAuthority here) {
        String location =
                Browser.of(port)
                        .post(
                                "/vraag/" + here.authority().slug(),
                                Map.of(
                                        "name",
                                        Canary.NAME,
                                        "email",
                                        Canary.EMAIL,
                                        "subject",
                                        "Een vraag",
                                        "text",
                                        "Hoeveel kost een reispas?"))
                        .location();
        return location.replaceFirst("^/volg/", "").replaceFirst("\\?.*", "");
    }

    /** The canary was met twice. */
    private Map<String, String> merged(Caller coordinator, PartyId party) {
        return Callers.as(
                coordinator,
                () -> {
                    PartyId twice =
                            work.parties()
                                    .register(
                                            NewParty.person(
                                                    Canary.NAME, Optional.empty(), "EMPLOYEE"));
                    Merge merge = work.merges().merge(party, twice, "Zelfde persoon");
                    return Map.of("merge", merge.id().toString(), "other", twice.toString());
                });
    }

    /** Somebody belongs to the canary. */
    private String related(Caller coordinator, PartyId party) {
        return Callers.as(
                coordinator,
                () -> {
                    PartyId mother =
                            work.parties()
                                    .register(
                                            NewParty.person(
                                                    "Moeder Vink", Optional.empty(), "EMPLOYEE"));
                    return work.relations()
                            .state(
                                    new Relations.Stated(
                                            mother,
                                            party,
                                            Relation.Kind.PARENT,
                                            Relation.Terms.NONE,
                                            "EMPLOYEE"))
                            .toString();
                });
    }

    private static NewParty canary() {
        return new NewParty(
                Party.Kind.PERSON,
                Canary.NAME,
                EmailAddress.parse(Canary.EMAIL),
                PhoneNumber.parse(Canary.PHONE),
                "nl",
                "EMPLOYEE",
                NewParty.Identity.NONE.and(
                        NationalNumber.parse(Canary.NATIONAL_NUMBER), "EMPLOYEE"));
    }

    private CaseFile file(PartyId party, UnitId unit, String subject, Confidentiality level) {
        return work.cases()
                .open(
                        new OpenCase(
                                CaseTypes.INFORMATION_QUESTION,
                                subject,
                                "Rijksregisternummer " + Canary.NATIONAL_NUMBER,
                                Optional.of(party),
                                unit,
                                new OpenCase.Intake(Channel.DESK, DAY, Optional.empty()),
                                Optional.of(level)));
    }

    private ContactId contact(PartyId party, UnitId unit, String subject, Confidentiality level) {
        return work.contacts()
                .record(
                        new NewContact(
                                        Channel.PHONE,
                                        Optional.of(party),
                                        unit,
                                        Instant.parse("2026-11-20T09:00:00Z"),
                                        Optional.empty(),
                                        Canary.NAME + " belde.",
                                        List.of(
                                                new NewQuestion(
                                                        subject,
                                                        Optional.empty(),
                                                        QuestionOutcome.ANSWERED,
                                                        Optional.empty())),
                                        Optional.empty())
                                .with(level));
    }

    private be.onthaal.dispatch.DispatchId dispatch(
            PartyId party, CaseFile file, UnitId unit, Confidentiality level) {
        return work.dispatches()
                .send(
                        new NewDispatch(
                                Channel.MAIL,
                                "cases.answer",
                                Optional.of(party.value()),
                                Optional.of(file.id().value()),
                                unit,
                                level,
                                new Sender("onthaal@proefdorp.be", "Onthaal"),
                                Canary.EMAIL,
                                "Antwoord",
                                "Beste " + Canary.NAME,
                                Optional.empty(),
                                List.of(),
                                false))
                .id();
    }
}
