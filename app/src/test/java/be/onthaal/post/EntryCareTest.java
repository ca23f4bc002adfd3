// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.post;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import be.onthaal.access.Caller;
import be.onthaal.access.Callers;
import be.onthaal.access.Confidentiality;
import be.onthaal.access.UnitId;
import be.onthaal.common.Brussels;
import be.onthaal.common.OnthaalException;
import be.onthaal.common.TermRule;
import be.onthaal.database.Parts;
import be.onthaal.organisation.EmployeeId;
import be.onthaal.organisation.Employees;
import be.onthaal.organisation.StandardRole;
import be.onthaal.organisation.Units;
import be.onthaal.post.RegisterEntry.Direction;
import be.onthaal.testing.MovableClock;
import be.onthaal.testing.OnthaalTest;
import be.onthaal.testing.TownFixtures;
import be.onthaal.testing.TownFixtures.TestAuthority;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Who has an entry, by when it is handled, and what colleagues do to it at the same time. */
@OnthaalTest
class EntryCareTest {

    private static final Instant MONDAY = Instant.parse("2026-11-23T08:30:00Z");
    private static final LocalDate TODAY = Brussels.date(MONDAY);

    @Autowired TownFixtures towns;
    @Autowired PostRegister register;
    @Autowired PostHandling handling;
    @Autowired PostSettings settings;
    @Autowired Employees employees;
    @Autowired Units units;
    @Autowired Parts parts;
    @Autowired Clock clock;

    private TestAuthority here;
    private Caller clerk;

    @BeforeEach
    void foundTown() {
        ((MovableClock) clock).set(MONDAY);
        here = towns.found().municipality();
        clerk = towns.person(here, StandardRole.POST_CLERK);
    }

    @AfterEach
    void freeClock() {
        ((MovableClock) clock).free();
    }

    @Test
    void aCopyThatAColleagueGaveIsNotWrittenAway() {
        RegisterEntry before = registered(letter());

        Callers.run(clerk, () -> handling.copy(before.id(), Set.of(opened("Leefmilieu"))));

        refused("post.changed", () -> corrected(before, TODAY, PieceKind.LETTER));
        assertThat(copies(before)).hasSize(1);
    }

    @Test
    void aSubjectThatAColleagueReadInTheEnvelopeIsNotWrittenAway() {
        RegisterEntry before = registered(envelope(Company.NONE));

        Callers.run(clerk, () -> handling.open(before.id(), "Steunaanvraag"));

        refused("post.changed", () -> corrected(before, TODAY, PieceKind.LETTER));
        assertThat(now(before).piece().subject()).isEqualTo("Steunaanvraag");
    }

    @Test
    void aCorrectionKeepsTheCopyOfAUnitThatClosed() {
        UnitId closed = opened("Leefmilieu");
        UnitId open = opened("Burgerzaken");
        RegisterEntry entry =
                registered(with(letter(), new Company(List.of(), Set.of(closed, open))));
        Callers.run(here.administrator(), () -> units.mergeInto(closed, here.unit()));

        corrected(entry, TODAY, PieceKind.LETTER);

        assertThat(copies(entry)).as("the form shows only the open one").containsExactly(closed);
    }

    @Test
    void whoLeftGetsNothingAndKeepsNothing() {
        EmployeeId gone = employee(towns.person(here, StandardRole.POST_CLERK));
        RegisterEntry entry = registered(letter());
        Callers.run(clerk, () -> handling.assign(entry.id(), Optional.of(gone)));

        Callers.run(here.administrator(), () -> employees.leave(gone));

        assertThat(now(entry).particulars().care().handler()).isEmpty();
        assertThat(handlers(entry)).containsExactlyInAnyOrder(gone.toString(), "");
        refused(
                "post.handler-left",
                () -> Callers.run(clerk, () -> handling.assign(entry.id(), Optional.of(gone))));
    }

    @Test
    void whatIsConfidentialIsGivenToSomebodyOfItsUnit() {
        UnitId other = opened("Leefmilieu");
        EmployeeId outside =
                employee(towns.person(here, StandardRole.POST_CLERK, Optional.of(other)));
        RegisterEntry secret = registered(envelope(Company.NONE));

        refused(
                "post.handler-may-not-see",
                () -> Callers.run(clerk, () -> handling.assign(secret.id(), Optional.of(outside))));
        Callers.run(clerk, () -> handling.assign(secret.id(), Optional.of(employee(clerk))));

        assertThat(now(secret).particulars().care().handler()).contains(employee(clerk));
    }

    @Test
    void inAnotherUnitNobodyHasItYet() {
        UnitId other = opened("Leefmilieu");
        RegisterEntry routed = registered(letter());
        RegisterEntry brought = registered(letter());
        for (RegisterEntry entry : List.of(routed, brought)) {
            Callers.run(clerk, () -> handling.assign(entry.id(), Optional.of(employee(clerk))));
        }

        Callers.run(clerk, () -> register.route(routed.id(), other));
        Callers.run(clerk, () -> register.bring(brought.id(), other, Confidentiality.INTERNAL));

        for (RegisterEntry entry : List.of(routed, brought)) {
            assertThat(now(entry).particulars().care().handler()).isEmpty();
            assertThat(handlers(entry)).containsExactlyInAnyOrder(employee(clerk).toString(), "");
        }
    }

    @Test
    void aTermThatNobodyChoseFollowsTheDayAndTheKind() {
        term(PieceKind.LETTER, 10);
        term(PieceKind.REGISTERED, 14);
        RegisterEntry entry = registered(letter());

        RegisterEntry earlier = corrected(entry, TODAY.minusDays(7), PieceKind.LETTER);
        assertThat(due(entry)).contains(TODAY.plusDays(10));
        assertThat(due(earlier)).contains(TODAY.plusDays(3));
        RegisterEntry other = corrected(earlier, TODAY.minusDays(7), PieceKind.REGISTERED);
        assertThat(due(other)).contains(TODAY.plusDays(7));

        RegisterEntry chosen = corrected(due(other, TODAY.plusDays(2)), TODAY, PieceKind.LETTER);
        assertThat(due(chosen)).as("somebody chose it").contains(TODAY.plusDays(2));
        RegisterEntry later = corrected(chosen, TODAY.minusDays(1), PieceKind.REGISTERED);
        assertThat(due(later)).as("and it stays").contains(TODAY.plusDays(2));
    }

    @Test
    void onlyWhatGoesOutAnswersWhatCameIn() {
        RegisterEntry in = registered(letter());
        RegisterEntry out = registered(answering(Direction.OUT, in));

        refused("post.answers-wrong", () -> registered(answering(Direction.IN, in)));
        refused("post.answers-wrong", () -> registered(answering(Direction.OUT, out)));
        assertThat(out.answers()).contains(in.id());
    }

    @Test
    void anUnopenedEnvelopeIsNotCopied() {
        var company = new Company(List.of(), Set.of(opened("Leefmilieu")));

        refused("post.confidential-copy", () -> registered(envelope(company)));
    }

    private RegisterEntry registered(NewEntry asked) {
        return Callers.as(clerk, () -> register.register(asked));
    }

    private RegisterEntry now(RegisterEntry entry) {
        return Callers.as(clerk, () -> register.get(entry.id()));
    }

    /** As the form sends it: all that stands in it, and no copies. */
    private RegisterEntry corrected(RegisterEntry entry, LocalDate on, PieceKind kind) {
        Piece was = entry.piece();
        Particulars more = entry.particulars();
        var correction =
                new Correction(
                        more.care().revision(),
                        new Piece(
                                kind.channel(),
                                on,
                                was.subject(),
                                was.correspondent(),
                                was.party()),
                        new Particulars(
                                more.book(), kind, more.writing(), more.paper(), more.care()),
                        Company.NONE,
                        Optional.of("Verkeerd getypt"));
        return Callers.as(clerk, () -> handling.correct(entry.id(), correction));
    }

    private static RegisterEntry due(RegisterEntry entry, LocalDate day) {
        Particulars more = entry.particulars();
        return entry.saying(entry.piece(), more.with(more.care().dueOn(Optional.of(day))));
    }

    private static Optional<LocalDate> due(RegisterEntry entry) {
        return entry.particulars().care().dueOn();
    }

    private Set<UnitId> copies(RegisterEntry entry) {
        return Callers.as(clerk, () -> parts.answer(handling.companyOf(entry.id()))).copies();
    }

    /** Who got it, one after the other; nobody is empty. */
    private List<String> handlers(RegisterEntry entry) {
        return Callers.as(clerk, () -> parts.answer(handling.historyOf(entry.id()))).stream()
                .filter(change -> change.field() == Change.Field.HANDLER)
                .map(Change::becomes)
                .toList();
    }

    private void term(PieceKind kind, int days) {
        Callers.run(
                here.administrator(),
                () ->
                        settings.term(
                                kind,
                                Optional.of(PostSettings.rule(days, TermRule.Unit.CALENDAR_DAYS))));
    }

    private UnitId opened(String name) {
        return Callers.as(here.administrator(), () -> units.open(name, Optional.empty()).id());
    }

    private static EmployeeId employee(Caller somebody) {
        return new EmployeeId(somebody.employee().orElseThrow());
    }

    private NewEntry letter() {
        return entry(Direction.IN, Particulars.Paper.NONE, Company.NONE, Optional.empty());
    }

    private NewEntry envelope(Company company) {
        var closed = new Particulars.Paper("", Optional.empty(), true);
        return entry(Direction.IN, closed, company, Optional.empty());
    }

    private NewEntry answering(Direction direction, RegisterEntry entry) {
        return entry(direction, Particulars.Paper.NONE, Company.NONE, Optional.of(entry.id()));
    }

    private NewEntry with(NewEntry asked, Company company) {
        return entry(asked.direction(), asked.particulars().paper(), company, Optional.empty());
    }

    private NewEntry entry(
            Direction direction,
            Particulars.Paper paper,
            Company company,
            Optional<EntryId> answers) {
        return new NewEntry(
                direction,
                new Piece(
                        PieceKind.LETTER.channel(),
                        TODAY,
                        "Vraag",
                        "Jan Peeters",
                        Optional.empty()),
                new Particulars(
                        "",
                        PieceKind.LETTER,
                        Particulars.Writing.NONE,
                        paper,
                        Particulars.Care.NONE),
                new NewEntry.Placement(here.unit(), Confidentiality.INTERNAL),
                company,
                Optional.empty(),
                Optional.empty(),
                answers);
    }

    private static void refused(String code, ThrowingCallable work) {
        assertThatThrownBy(work)
                .isInstanceOfSatisfying(
                        OnthaalException.class,
                        refusal -> assertThat(refusal.code()).isEqualTo(code));
    }
}
