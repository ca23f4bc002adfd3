// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.post;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import be.onthaal.access.Caller;
import be.onthaal.access.Callers;
import be.onthaal.access.Confidentiality;
import be.onthaal.access.UnitId;
import be.onthaal.common.Brussels;
import be.onthaal.common.Conflict;
import be.onthaal.common.NotFound;
import be.onthaal.common.OnthaalException;
import be.onthaal.common.TermRule;
import be.onthaal.database.Ids;
import be.onthaal.database.Parts;
import be.onthaal.organisation.EmployeeId;
import be.onthaal.organisation.StandardRole;
import be.onthaal.organisation.Units;
import be.onthaal.party.NewParty;
import be.onthaal.party.OwnFileLinks;
import be.onthaal.party.Parties;
import be.onthaal.party.PartyId;
import be.onthaal.post.RegisterEntry.Direction;
import be.onthaal.testing.AsOwner;
import be.onthaal.testing.MovableClock;
import be.onthaal.testing.OnthaalTest;
import be.onthaal.testing.Together;
import be.onthaal.testing.TownFixtures;
import be.onthaal.testing.TownFixtures.Town;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What an entry of the register holds, and what becomes of it. */
@OnthaalTest
class PostEntriesTest {

    /** A Monday, so that the previous working day is a Friday. */
    private static final Instant MONDAY = Instant.parse("2026-11-23T08:30:00Z");

    private static final LocalDate TODAY = Brussels.date(MONDAY);
    private static final String REGISTERED_LETTER = "010541288500452621221234567890";

    @Autowired TownFixtures towns;
    @Autowired PostRegister register;
    @Autowired PostHandling handling;
    @Autowired PostSettings settings;
    @Autowired PostDoubles doubles;
    @Autowired Parties parties;
    @Autowired OwnFileLinks links;
    @Autowired Units units;
    @Autowired Parts parts;
    @Autowired AsOwner owner;
    @Autowired Clock clock;

    private Town town;
    private Caller clerk;
    private UnitId unit;

    @BeforeEach
    void foundTown() {
        ((MovableClock) clock).set(MONDAY);
        town = towns.found();
        clerk = towns.person(town.municipality(), StandardRole.POST_CLERK);
        unit = town.municipality().unit();
    }

    @AfterEach
    void freeClock() {
        ((MovableClock) clock).free();
    }

    @Test
    void allOfItIsKept() {
        UnitId other = opened("Leefmilieu");
        PartyId jan = customer("Jan Peeters");
        var piece =
                new Piece(
                        PieceKind.REGISTERED.channel(),
                        TODAY,
                        "Bezwaarschrift",
                        "Jan Peeters",
                        Optional.of(jan));
        var more =
                new Particulars(
                        "",
                        PieceKind.REGISTERED,
                        new Particulars.Writing(
                                Optional.of(TODAY.minusDays(3)), "JP/12", "RO/7", 4),
                        new Particulars.Paper(
                                "Kast 3", Optional.of(Barcode.of(REGISTERED_LETTER)), false),
                        new Particulars.Care(
                                Optional.of(TODAY.plusDays(9)),
                                Optional.empty(),
                                Optional.empty(),
                                "",
                                0));
        var company = new Company(List.of(Correspondent.typed("Mr. Claes")), Set.of(other));

        RegisterEntry made = registered(entry(Direction.IN, piece, more, company));

        RegisterEntry kept = Callers.as(clerk, () -> register.get(made.id()));
        assertThat(kept.number()).isEqualTo(made.number());
        assertThat(kept.piece()).isEqualTo(piece);
        assertThat(kept.particulars()).isEqualTo(more);
        assertThat(Callers.as(clerk, () -> parts.answer(handling.companyOf(made.id()))))
                .isEqualTo(company);
    }

    @Test
    void eachRegisterHasNumbersOfItsOwnInAndOut() {
        Callers.run(
                town.municipality().administrator(), () -> settings.begin(new Book("K", "Kieken")));

        RegisterEntry usual = registered(letter("Een"));
        RegisterEntry first = registered(in("K", Direction.IN));
        RegisterEntry out = registered(in("K", Direction.OUT));
        RegisterEntry second = registered(in("K", Direction.IN));

        assertThat(List.of(usual, first, out, second))
                .extracting(entry -> entry.number().display())
                .containsExactly(
                        "I-2026-000001", "IK-2026-000001", "UK-2026-000001", "IK-2026-000002");
        assertThat(Callers.as(clerk, () -> register.get(second.id())).number())
                .isEqualTo(second.number());
        refused("post.book-unknown", () -> registered(in("X", Direction.IN)));
    }

    @Test
    void whatComesLateSaysWhy() {
        assertThat(registered(received(LocalDate.of(2026, 11, 20))).piece().on())
                .as("Friday is the previous working day of Monday")
                .isEqualTo(LocalDate.of(2026, 11, 20));

        refused("post.late-reason-missing", () -> registered(received(LocalDate.of(2026, 11, 19))));
        refused("post.in-future", () -> registered(received(TODAY.plusDays(1))));
        RegisterEntry late =
                registered(late(LocalDate.of(2026, 11, 2), "Lag nog bij de burgemeester"));

        assertThat(late.particulars().care().lateReason()).contains("burgemeester");
        assertThat(late.number().sequence()).as("a refusal takes no number").isEqualTo(2);
    }

    @Test
    void anAuthorityMayAskTheReasonFromItsLastRegistrationDayOn() {
        Callers.run(
                town.municipality().administrator(),
                () -> settings.late(PostRules.Backdating.LAST_REGISTRATION_DAY));
        assertThat(registered(received(LocalDate.of(2026, 11, 2))).number().sequence())
                .as("nothing was registered yet")
                .isEqualTo(1);

        refused("post.late-reason-missing", () -> registered(received(TODAY.minusDays(1))));
        assertThat(registered(received(TODAY)).number().sequence()).isEqualTo(2);
    }

    @Test
    void aKindWithATermIsOverdueAfterIt() {
        Callers.run(
                town.municipality().administrator(),
                () ->
                        settings.term(
                                PieceKind.LETTER,
                                Optional.of(PostSettings.rule(5, TermRule.Unit.CALENDAR_DAYS))));

        RegisterEntry entry = registered(letter("Vraag"));
        RegisterEntry out = registered(in("", Direction.OUT));

        assertThat(entry.particulars().care().dueOn())
                .as("Saturday 28 November moves to Monday")
                .contains(LocalDate.of(2026, 11, 30));
        assertThat(entry.overdueOn(LocalDate.of(2026, 11, 30))).isFalse();
        assertThat(entry.overdueOn(LocalDate.of(2026, 12, 1))).isTrue();
        assertThat(out.particulars().care().dueOn()).isEmpty();
    }

    @Test
    void theSameBarcodeIsRefusedWithTheEarlierNumberAlsoWhenThatIsOutOfSight() {
        UnitId social = opened("Sociale dienst");
        RegisterEntry secret =
                registered(scanned(REGISTERED_LETTER, social, Confidentiality.CONFIDENTIAL));

        assertThatThrownBy(() -> Callers.as(clerk, () -> register.get(secret.id())))
                .isInstanceOf(NotFound.class);
        assertThatThrownBy(() ->
                        registered(
                                scanned(
                                        "0105 4128 8500 4526 2122 1234 5678 90",
                                        unit,
                                        Confidentiality.INTERNAL)))
                .isInstanceOfSatisfying(
                        OnthaalException.class,
                        refusal -> {
                            assertThat(refusal.code()).isEqualTo("post.barcode-known");
                            assertThat(refusal.arguments())
                                    .first()
                                    .isEqualTo(secret.number().display());
                        });
        assertThat(registered(letter("Volgende")).number().sequence()).isEqualTo(2);
    }

    @Test
    void ofTwoWhoScanTheSameBarcodeAtOnceOneIsRefused() throws Exception {
        Callable<RegisterEntry> scan =
                () -> registered(scanned("RR123456785BE", unit, Confidentiality.INTERNAL));

        var answers = Together.run(Collections.nCopies(6, scan));

        assertThat(answers).filteredOn(RegisterEntry.class::isInstance).hasSize(1);
        assertThat(answers)
                .filteredOn(OnthaalException.class::isInstance)
                .extracting(problem -> ((OnthaalException) problem).code())
                .hasSize(5)
                .containsOnly("post.barcode-known");
    }

    @Test
    void theSameFormIsRegisteredOnceAlsoWhenItIsOutOfSight() {
        UnitId social = opened("Sociale dienst");
        var form = new Source("FORM", Ids.next());

        RegisterEntry first = registered(sent(form, unit, Confidentiality.INTERNAL));
        RegisterEntry again = registered(sent(form, unit, Confidentiality.INTERNAL));
        var hidden = new Source("FORM", Ids.next());
        registered(sent(hidden, social, Confidentiality.CONFIDENTIAL));

        assertThat(again.id()).isEqualTo(first.id());
        assertThat(again.number()).isEqualTo(first.number());
        assertThatThrownBy(() -> registered(sent(hidden, social, Confidentiality.CONFIDENTIAL)))
                .isInstanceOfSatisfying(
                        Conflict.class,
                        conflict ->
                                assertThat(conflict.code()).isEqualTo("post.registered-already"));
        assertThat(registered(letter("Volgende")).number().sequence()).isEqualTo(3);
    }

    @Test
    void anUnopenedEnvelopeIsOpenedByItsUnitAlone() {
        UnitId social = opened("Sociale dienst");
        Caller worker =
                towns.person(town.municipality(), StandardRole.POST_CLERK, Optional.of(social));
        RegisterEntry envelope = registered(unopened(social));

        assertThat(envelope.filing().confidentiality()).isEqualTo(Confidentiality.CONFIDENTIAL);
        assertThatThrownBy(() ->
                        Callers.run(clerk, () -> handling.open(envelope.id(), "Steunaanvraag")))
                .isInstanceOf(NotFound.class);
        Callers.run(worker, () -> handling.open(envelope.id(), "Steunaanvraag"));

        RegisterEntry opened = Callers.as(worker, () -> register.get(envelope.id()));
        assertThat(opened.piece().subject()).isEqualTo("Steunaanvraag");
        assertThat(changed(worker, envelope.id(), Change.Field.UNOPENED).becomes())
                .isEqualTo("false");
        assertThat(
                        owner.column(
                                "select actor_name from audit.event where action = 'post.opened' and subject_id = '%s'"
                                        .formatted(envelope.id())))
                .containsExactly(worker.name());
        refused(
                "post.opened-before",
                () -> Callers.run(worker, () -> handling.open(envelope.id(), "Nog eens")));
    }

    @Test
    void aCorrectionKeepsTheOldValueAndNobodyOverwritesAColleague() {
        RegisterEntry entry = registered(letter("Bezwaar"));

        RegisterEntry better =
                Callers.as(clerk, () -> handling.correct(entry.id(), subject(entry, "Beroep", 0)));

        assertThat(better.number()).isEqualTo(entry.number());
        Change change = changed(clerk, entry.id(), Change.Field.SUBJECT);
        assertThat(change.was()).isEqualTo("Bezwaar");
        assertThat(change.becomes()).isEqualTo("Beroep");
        assertThat(change.by()).isEqualTo(clerk.name());
        assertThatThrownBy(() ->
                        Callers.as(
                                clerk,
                                () -> handling.correct(entry.id(), subject(entry, "Anders", 0))))
                .isInstanceOf(Conflict.class);
        refused(
                "post.late-reason-missing",
                () ->
                        Callers.as(
                                clerk,
                                () ->
                                        handling.correct(
                                                entry.id(), on(better, TODAY.minusDays(9), ""))));
        Callers.run(
                clerk,
                () ->
                        handling.correct(
                                entry.id(), on(better, TODAY.minusDays(9), "Verkeerde dag")));
        assertThat(changed(clerk, entry.id(), Change.Field.REASON).becomes())
                .isEqualTo("Verkeerde dag");
    }

    @Test
    void everyStepIsInTheHistoryAndTheReasonOfACancellationWithIt() {
        UnitId other = opened("Leefmilieu");
        RegisterEntry entry = registered(letter("Vraag"));
        var colleague = new EmployeeId(clerk.employee().orElseThrow());

        Callers.run(clerk, () -> handling.assign(entry.id(), Optional.of(colleague)));
        Callers.run(clerk, () -> handling.copy(entry.id(), Set.of(other)));
        Callers.run(clerk, () -> register.route(entry.id(), other));
        Callers.run(clerk, () -> register.cancel(entry.id(), "Dubbel ingeschreven"));

        Map<Change.Field, Set<String>> history =
                Callers.as(clerk, () -> parts.answer(handling.historyOf(entry.id()))).stream()
                        .collect(
                                Collectors.groupingBy(
                                        Change::field,
                                        Collectors.mapping(Change::becomes, Collectors.toSet())));
        assertThat(history)
                .as("in another unit nobody has it yet")
                .containsEntry(Change.Field.HANDLER, Set.of(colleague.toString(), ""))
                .containsEntry(Change.Field.COPIES, Set.of(other.toString()))
                .containsEntry(Change.Field.UNIT, Set.of(other.toString()))
                .containsEntry(Change.Field.STATE, Set.of("CANCELLED"))
                .containsEntry(Change.Field.OUTCOME, Set.of("Dubbel ingeschreven"));
        assertThat(registered(letter("Volgende")).number().sequence()).isEqualTo(2);
    }

    @Test
    void nothingOfTheRegisterIsRemovedOrRenumberedByTheApplication() {
        assertThat(
                        owner.column(
                                "select privilege_type from information_schema.role_table_grants where grantee ="
                                        + " 'onthaal_app' and table_schema = 'post' and table_name in ('entry',"
                                        + " 'register', 'change') and privilege_type = 'DELETE'"))
                .isEmpty();
    }

    @Test
    void aConfidentialPieceIsNotCopied() {
        UnitId other = opened("Leefmilieu");
        RegisterEntry entry = registered(scanned("RR123456785BE", unit, Confidentiality.SECRET));

        refused(
                "post.confidential-copy",
                () -> Callers.run(clerk, () -> handling.copy(entry.id(), Set.of(other))));
    }

    @Test
    void nobodyHandlesPostAboutHimself() {
        PartyId himself = customer("Post Bode");
        RegisterEntry direct = registered(from(himself));
        RegisterEntry beside =
                registered(
                        entry(
                                Direction.IN,
                                piece("Buren", Optional.empty()),
                                plain(),
                                new Company(
                                        List.of(Correspondent.known("Post Bode", himself)),
                                        Set.of())));
        Callers.run(
                town.municipality().administrator(),
                () -> links.link(clerk.employee().orElseThrow(), himself));

        for (RegisterEntry entry : List.of(direct, beside)) {
            refused(
                    "party.own-file",
                    () -> Callers.run(clerk, () -> register.cancel(entry.id(), "weg ermee")));
            refused(
                    "party.own-file",
                    () ->
                            Callers.run(
                                    clerk,
                                    () -> register.settle(entry.id(), new Outcome.NoCaseNeeded())));
            refused(
                    "party.own-file",
                    () ->
                            Callers.run(
                                    clerk,
                                    () ->
                                            handling.correct(
                                                    entry.id(), subject(entry, "Anders", 0))));
        }
        refused("party.own-file", () -> registered(from(himself)));
    }

    @Test
    void whatIsLikelyRegisteredTwiceIsFoundForThirtyDays() {
        RegisterEntry first = registered(letter("Factuur 118"));

        assertThat(alike("factuur 118")).extracting(Alike::id).containsExactly(first.id());
        assertThat(alike("Factuur 119")).isEmpty();
        ((MovableClock) clock).set(MONDAY.plus(java.time.Duration.ofDays(31)));
        assertThat(alike("Factuur 118")).isEmpty();
    }

    @Test
    void theOtherAuthorityOfTheTownSeesNoneOfIt() {
        RegisterEntry entry = registered(letter("Vraag"));
        Callers.run(
                clerk, () -> handling.assign(entry.id(), clerk.employee().map(EmployeeId::new)));
        Caller ocmw = towns.person(town.ocmw(), StandardRole.COORDINATOR);

        assertThat(Callers.as(ocmw, () -> parts.answer(handling.historyOf(entry.id())))).isEmpty();
        assertThat(Callers.as(ocmw, () -> parts.answer(handling.companyOf(entry.id()))))
                .isEqualTo(Company.NONE);
        assertThat(Callers.as(ocmw, () -> doubles.of(letter("Vraag")))).isEmpty();
        assertThatThrownBy(() ->
                        Callers.run(ocmw, () -> handling.assign(entry.id(), Optional.empty())))
                .isInstanceOf(NotFound.class);
    }

    @Test
    void anOutgoingPieceAnswersAnIncomingOneByItsNumber() {
        RegisterEntry in = registered(letter("Vraag"));
        RegisterEntry out = registered(in("", Direction.OUT));

        Callers.run(clerk, () -> handling.answers(out.id(), in.number()));

        assertThat(Callers.as(clerk, () -> register.get(out.id())).answers()).contains(in.id());
        refused(
                "post.answers-wrong",
                () -> Callers.run(clerk, () -> handling.answers(in.id(), in.number())));
    }

    private List<Alike> alike(String subject) {
        return Callers.as(clerk, () -> doubles.of(letter(subject)));
    }

    private Change changed(Caller who, EntryId id, Change.Field field) {
        return Callers.as(who, () -> parts.answer(handling.historyOf(id))).stream()
                .filter(change -> change.field() == field)
                .findFirst()
                .orElseThrow();
    }

    private static void refused(String code, ThrowingCallable work) {
        assertThatThrownBy(work)
                .isInstanceOfSatisfying(
                        OnthaalException.class,
                        refusal -> assertThat(refusal.code()).isEqualTo(code));
    }

    private RegisterEntry registered(NewEntry asked) {
        return Callers.as(clerk, () -> register.register(asked));
    }

    private PartyId customer(String name) {
        return Callers.as(
                clerk, () -> parties.register(NewParty.person(name, Optional.empty(), "POST")));
    }

    private UnitId opened(String name) {
        return Callers.as(
                town.municipality().administrator(), () -> units.open(name, Optional.empty()).id());
    }

    private NewEntry letter(String subject) {
        return entry(Direction.IN, piece(subject, Optional.empty()), plain(), Company.NONE);
    }

    private NewEntry from(PartyId party) {
        return entry(Direction.IN, piece("Vraag", Optional.of(party)), plain(), Company.NONE);
    }

    private NewEntry received(LocalDate day) {
        return late(day, "");
    }

    private NewEntry late(LocalDate day, String reason) {
        var piece =
                new Piece(
                        PieceKind.LETTER.channel(), day, "Brief", "Jan Peeters", Optional.empty());
        var care =
                new Particulars.Care(
                        Optional.empty(), Optional.empty(), Optional.empty(), reason, 0);
        return entry(Direction.IN, piece, plain().with(care), Company.NONE);
    }

    private NewEntry in(String book, Direction direction) {
        return entry(
                direction,
                piece("Brief", Optional.empty()),
                particulars(book, Particulars.Paper.NONE),
                Company.NONE);
    }

    private NewEntry scanned(String code, UnitId to, Confidentiality level) {
        NewEntry letter = letter("Aangetekend");
        var paper = new Particulars.Paper("", Optional.of(Barcode.of(code)), false);
        return new NewEntry(
                Direction.IN,
                letter.piece(),
                particulars("", paper),
                new NewEntry.Placement(to, level),
                Company.NONE,
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    private NewEntry unopened(UnitId to) {
        return new NewEntry(
                Direction.IN,
                piece("", Optional.empty()),
                particulars("", new Particulars.Paper("", Optional.empty(), true)),
                new NewEntry.Placement(to, Confidentiality.INTERNAL),
                Company.NONE,
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    private NewEntry sent(Source form, UnitId to, Confidentiality level) {
        return new NewEntry(
                Direction.IN,
                piece("Formulier", Optional.empty()),
                plain(),
                new NewEntry.Placement(to, level),
                Company.NONE,
                Optional.of(form),
                Optional.empty(),
                Optional.empty());
    }

    private NewEntry entry(
            Direction direction, Piece piece, Particulars particulars, Company company) {
        return new NewEntry(
                direction,
                piece,
                particulars,
                new NewEntry.Placement(unit, Confidentiality.INTERNAL),
                company,
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    private static Piece piece(String subject, Optional<PartyId> party) {
        return new Piece(PieceKind.LETTER.channel(), TODAY, subject, "Jan Peeters", party);
    }

    private static Particulars plain() {
        return particulars("", Particulars.Paper.NONE);
    }

    private static Particulars particulars(String book, Particulars.Paper paper) {
        return new Particulars(
                book, PieceKind.LETTER, Particulars.Writing.NONE, paper, Particulars.Care.NONE);
    }

    private static Correction subject(RegisterEntry entry, String subject, int revision) {
        Piece was = entry.piece();
        return new Correction(
                revision,
                new Piece(was.channel(), was.on(), subject, was.correspondent(), was.party()),
                entry.particulars(),
                Company.NONE,
                Optional.empty());
    }

    private static Correction on(RegisterEntry entry, LocalDate day, String why) {
        Piece was = entry.piece();
        return new Correction(
                entry.particulars().care().revision(),
                new Piece(was.channel(), day, was.subject(), was.correspondent(), was.party()),
                entry.particulars(),
                Company.NONE,
                Optional.of(why));
    }
}
