// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import be.onthaal.access.Caller;
import be.onthaal.access.Callers;
import be.onthaal.access.Confidentiality;
import be.onthaal.access.UnitId;
import be.onthaal.cases.CaseMerges.Preview;
import be.onthaal.cases.CaseMerges.Wish;
import be.onthaal.common.Channel;
import be.onthaal.common.OnthaalException;
import be.onthaal.organisation.StandardRole;
import be.onthaal.organisation.Units;
import be.onthaal.party.NewParty;
import be.onthaal.party.OwnFileLinks;
import be.onthaal.party.Parties;
import be.onthaal.party.PartyId;
import be.onthaal.testing.AsOwner;
import be.onthaal.testing.MovableClock;
import be.onthaal.testing.OnthaalTest;
import be.onthaal.testing.Together;
import be.onthaal.testing.TownFixtures;
import be.onthaal.testing.TownFixtures.TestAuthority;
import be.onthaal.testing.TownFixtures.Town;
import be.onthaal.timeline.Timeline;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Two cases about the same become one, and two again. */
@OnthaalTest
class CaseMergesTest {

    private static final LocalDate EARLY = LocalDate.of(2026, 11, 20);
    private static final LocalDate LATE = LocalDate.of(2026, 11, 27);
    private static final Wish SAME = new Wish("Tweemaal gemeld", false);

    @Autowired TownFixtures towns;
    @Autowired CaseMerges merges;
    @Autowired CaseHandling work;
    @Autowired CaseTerms terms;
    @Autowired CaseTypes types;
    @Autowired Cases cases;
    @Autowired Units units;
    @Autowired Parties parties;
    @Autowired OwnFileLinks links;
    @Autowired Timeline timeline;
    @Autowired AsOwner owner;
    @Autowired Clock clock;

    private Town town;
    private TestAuthority here;
    private Caller jan;

    @BeforeEach
    void foundTown() {
        ((MovableClock) clock).set(Instant.parse("2026-12-01T09:00:00Z"));
        town = towns.found();
        here = town.municipality();
        Callers.run(here.administrator(), types::installStandard);
        Callers.run(town.ocmw().administrator(), types::installStandard);
        jan = towns.person(here, StandardRole.COORDINATOR);
    }

    @AfterEach
    void freeClock() {
        ((MovableClock) clock).free();
    }

    @Test
    void oneEndsAndTheOtherGoesOnByTheEarliestTerm() {
        CaseId first = opened(EARLY);
        CaseId second = opened(LATE);
        LocalDate earliest = file(first).term().dueOn();
        Preview preview = Callers.as(jan, () -> merges.preview(first, second));
        assertThat(preview.dueOn()).isEqualTo(earliest);
        assertThat(preview.startsOn()).isEqualTo(EARLY);
        assertThat(preview.otherType()).isFalse();

        merge(first, second);

        assertThat(file(first).isClosed()).isTrue();
        assertThat(file(second).term().dueOn()).isEqualTo(earliest);
        assertThat(file(second).term().startsOn()).isEqualTo(EARLY);
        CaseDetail gone = Callers.as(jan, () -> cases.get(first));
        assertThat(gone.into())
                .hasValueSatisfying(into -> {
                    assertThat(into.other().id()).isEqualTo(second);
                    assertThat(into.reason()).isEqualTo("Tweemaal gemeld");
                });
        assertThat(Callers.as(jan, () -> cases.get(second)).merged())
                .extracting(merged -> merged.other().id())
                .containsExactly(first);
        assertThat(told(first)).contains("cases.merged-away");
        assertThat(told(second)).contains("cases.merged-in");
        assertThat(Callers.as(jan, () -> cases.findByNumber(file(first).number())))
                .as("its number still leads to it")
                .isPresent();
        refused("cases.merged", () -> cases.reopen(first, "Toch niet"));
    }

    @Test
    void whatAPersonStillHasToDoComesAlongAndWhatIsAskedTwiceLapses() {
        CaseId first = opened(EARLY);
        CaseId second = opened(LATE);
        Callers.run(jan, () -> work.add(first, "internal-advice"));

        merge(first, second);

        assertThat(tasks(first)).containsExactly("answer:DROPPED");
        assertThat(tasks(second)).containsExactlyInAnyOrder("answer:OPEN", "internal-advice:OPEN");
        Callers.run(jan, () -> merges.undo(first));
        assertThat(tasks(first)).containsExactlyInAnyOrder("answer:OPEN", "internal-advice:OPEN");
        assertThat(tasks(second)).containsExactly("answer:OPEN");
    }

    @Test
    void undoneBothAreAsTheyWere() {
        CaseId first = opened(EARLY);
        CaseId second = opened(LATE);
        Callers.run(jan, () -> cases.take(first));
        Callers.run(jan, () -> terms.suspend(first, "De klant zoekt een attest"));
        CaseFile one = file(first);
        CaseFile other = file(second);
        merge(first, second);
        ((MovableClock) clock).advance(Duration.ofDays(2));

        Callers.run(jan, () -> merges.undo(first));

        assertThat(file(first).progress().status()).isEqualTo(CaseStatus.WAITING);
        assertThat(file(first).placement()).isEqualTo(one.placement());
        assertThat(file(first).term()).isEqualTo(one.term());
        assertThat(file(first).progress().closing()).isEmpty();
        assertThat(file(second).term()).isEqualTo(other.term());
        assertThat(file(second).placement()).isEqualTo(other.placement());
        assertThat(Callers.as(jan, () -> cases.get(second)).merged()).isEmpty();
        assertThat(told(first)).contains("cases.unmerged");
        assertThat(told(second)).contains("cases.unmerged");
        refused("cases.unmerge-none", () -> merges.undo(first));
    }

    @Test
    void severalGoIntoOneAndComeOutInAnyOrder() {
        CaseId stays = opened(LATE);
        LocalDate own = file(stays).term().dueOn();
        CaseId first = opened(EARLY);
        CaseId second = opened(LATE.minusDays(1));
        LocalDate ofSecond = file(second).term().dueOn();
        merge(first, stays);
        merge(second, stays);

        Callers.run(jan, () -> merges.undo(first));
        assertThat(file(stays).term().dueOn()).isEqualTo(ofSecond);
        Callers.run(jan, () -> merges.undo(second));
        assertThat(file(stays).term().dueOn()).isEqualTo(own);
        assertThat(file(stays).term().given()).isEmpty();
    }

    @Test
    void whatWasMergedIntoWhatIsMergedLeadsToTheEndOfTheLine() {
        CaseId first = opened(EARLY);
        CaseId second = opened(LATE);
        CaseId third = opened(LATE);
        merge(first, second);
        merge(second, third);

        assertThat(Callers.as(jan, () -> merges.members(third)))
                .containsExactly(third, first, second);
        refused("cases.unmerge-closed", () -> merges.undo(first));
        Callers.run(jan, () -> merges.undo(second));
        assertThat(Callers.as(jan, () -> merges.members(second))).containsExactly(second, first);
        assertThat(Callers.as(jan, () -> merges.members(third))).containsExactly(third);
    }

    @Test
    void itIsKeptAsLongAsTheOneThatGoesOn() {
        CaseId first = opened(EARLY);
        CaseId second = opened(LATE);
        merge(first, second);
        assertThat(retention(first)).isEqualTo("KEEP");

        Callers.run(jan, () -> cases.close(second, revision(second), "withdrawn"));
        assertThat(retention(first)).isEqualTo(retention(second)).isNotEqualTo("KEEP");
        refused("cases.unmerge-closed", () -> merges.undo(first));
        Callers.run(jan, () -> cases.reopen(second, "Toch nog een vraag"));
        assertThat(retention(first)).isEqualTo("KEEP");
        Callers.run(jan, () -> merges.undo(first));
        assertThat(file(first).isClosed()).isFalse();
    }

    @Test
    void whatCannotBePartedAgainIsSaid() {
        CaseId first = opened(EARLY);
        CaseId second = opened(LATE);
        CaseId third = opened(LATE);
        Callers.run(jan, () -> work.add(first, "internal-advice"));
        merge(first, second);
        CaseTask along =
                Callers.as(jan, () -> cases.get(second)).tasks().stream()
                        .filter(task -> task.code().equals("internal-advice"))
                        .findFirst()
                        .orElseThrow();
        Callers.run(jan, () -> cases.finishTask(second, along.id()));
        refused("cases.unmerge-task", () -> merges.undo(first));

        merge(second, third);
        Callers.run(jan, () -> terms.extend(third, "Complex"));
        refused("cases.unmerge-extended", () -> merges.undo(second));
    }

    @Test
    void whoWritesAboutItWritesAboutTheOneThatGoesOn() {
        CaseId first = opened(EARLY);
        CaseId second = opened(LATE);
        merge(first, second);
        Callers.run(jan, () -> terms.suspend(second, "Wacht op attest"));

        Callers.run(
                jan,
                () -> cases.answerReceived(first, "Hier is het attest", new java.util.UUID(1, 2)));

        assertThat(file(second).progress().status()).isEqualTo(CaseStatus.OPEN);
        assertThat(told(second)).contains("cases.answer-received");
    }

    @Test
    void anotherTypeIsAskedForByName() {
        CaseId question = opened(EARLY);
        CaseId complaint = opened("complaint", LATE, here.unit(), Optional.empty(), jan);
        assertThat(Callers.as(jan, () -> merges.preview(question, complaint)).otherType()).isTrue();

        refused("cases.merge-type", () -> merges.merge(question, 0, complaint, SAME));
        Callers.run(
                jan,
                () -> merges.merge(question, 0, complaint, new Wish("Het is een klacht", true)));

        assertThat(file(question).isClosed()).isTrue();
    }

    @Test
    void whatMayNotBeMergedIsRefusedWithTheReason() {
        CaseId first = opened(EARLY);
        CaseId second = opened(LATE);
        refused("cases.merge-itself", () -> merges.merge(first, 0, first, SAME));
        refused("cases.reason-missing", () -> merges.merge(first, 0, second, new Wish(" ", false)));
        refused("cases.changed", () -> merges.merge(first, 7, second, SAME));
        Callers.run(jan, () -> cases.close(second, revision(second), "withdrawn"));
        refused("cases.closed", () -> merges.merge(first, 0, second, SAME));
        refused("cases.closed", () -> merges.merge(second, revision(second), first, SAME));
    }

    @Test
    void nobodyMergesWhatHeMayNotSeeAndNothingBecomesLessConfidential() {
        UnitId social =
                Callers.as(
                        here.administrator(),
                        () -> units.open("Sociale dienst", Optional.empty()).id());
        Caller els = towns.person(here, StandardRole.COORDINATOR, Optional.of(social));
        CaseId open = opened(EARLY);
        CaseId hidden =
                opened(
                        CaseTypes.INFORMATION_QUESTION,
                        LATE,
                        social,
                        Optional.of(Confidentiality.CONFIDENTIAL),
                        els);
        CaseId also =
                opened(
                        CaseTypes.INFORMATION_QUESTION,
                        LATE,
                        social,
                        Optional.of(Confidentiality.CONFIDENTIAL),
                        els);
        Caller ocmw = towns.person(town.ocmw(), StandardRole.COORDINATOR);
        CaseId elsewhere =
                opened(
                        CaseTypes.INFORMATION_QUESTION,
                        LATE,
                        town.ocmw().unit(),
                        Optional.empty(),
                        ocmw);

        refused("cases.case", () -> merges.merge(open, 0, hidden, SAME));
        refused("cases.case", () -> merges.merge(hidden, 0, open, SAME));
        refused("cases.case", () -> merges.merge(open, 0, elsewhere, SAME));
        refusedTo(els, "cases.merge-level", () -> merges.merge(hidden, 0, open, SAME));
        Callers.run(els, () -> merges.merge(open, 0, hidden, SAME));
        Callers.run(els, () -> merges.merge(also, 0, hidden, SAME));
        CaseDetail seen = Callers.as(jan, () -> cases.get(open));
        assertThat(seen.into()).as("where it went stays hidden").isEmpty();
        refused("cases.case", () -> merges.undo(open));
    }

    @Test
    void nobodyMergesHisOwnFile() {
        PartyId himself =
                Callers.as(
                        jan,
                        () ->
                                parties.register(
                                        NewParty.person("Jan", Optional.empty(), "EMPLOYEE")));
        CaseId first = opened(EARLY);
        CaseId own = Callers.as(jan, () -> cases.open(question(himself))).id();
        Callers.run(here.administrator(), () -> links.link(jan.employee().orElseThrow(), himself));

        refused("own-file", () -> merges.merge(first, 0, own, SAME));
        refused("own-file", () -> merges.merge(own, 0, first, SAME));
        refused("own-file", () -> merges.undo(own));
    }

    @Test
    void mergedCrosswiseAtTheSameMomentOneOfThemGoesOn() throws InterruptedException {
        for (int i = 0; i < 10; i++) {
            CaseId first = opened(EARLY);
            CaseId second = opened(LATE);
            List<Callable<String>> both =
                    List.of(() -> merged(first, second), () -> merged(second, first));

            List<Object> answers = Together.run(both);

            assertThat(answers).containsOnlyOnce("merged");
            assertThat(List.of(file(first).isClosed(), file(second).isClosed()))
                    .containsExactlyInAnyOrder(true, false);
        }
    }

    private String merged(CaseId gone, CaseId stays) {
        merge(gone, stays);
        return "merged";
    }

    private void merge(CaseId gone, CaseId stays) {
        Callers.run(jan, () -> merges.merge(gone, revision(gone), stays, SAME));
    }

    private CaseId opened(LocalDate received) {
        return opened(CaseTypes.INFORMATION_QUESTION, received, here.unit(), Optional.empty(), jan);
    }

    private CaseId opened(
            String type,
            LocalDate received,
            UnitId unit,
            Optional<Confidentiality> level,
            Caller who) {
        return Callers.as(
                who,
                () ->
                        cases.open(
                                        new OpenCase(
                                                type,
                                                "Losliggende tegel",
                                                "",
                                                Optional.empty(),
                                                unit,
                                                new OpenCase.Intake(
                                                        Channel.DESK, received, Optional.empty()),
                                                level))
                                .id());
    }

    private OpenCase question(PartyId customer) {
        return new OpenCase(
                CaseTypes.INFORMATION_QUESTION,
                "Losliggende tegel",
                "",
                Optional.of(customer),
                here.unit(),
                new OpenCase.Intake(Channel.DESK, EARLY, Optional.empty()),
                Optional.empty());
    }

    private CaseFile file(CaseId id) {
        return Callers.as(here.service(), () -> cases.get(id)).file();
    }

    private int revision(CaseId id) {
        return file(id).progress().revision();
    }

    private List<String> tasks(CaseId id) {
        return Callers.as(jan, () -> cases.get(id)).tasks().stream()
                .map(task -> task.code() + ":" + task.state())
                .toList();
    }

    private List<String> told(CaseId id) {
        return Callers.as(jan, () -> timeline.of(List.of(id.value()), 100)).stream()
                .map(line -> line.event())
                .toList();
    }

    private String retention(CaseId id) {
        return owner.column(
                        "select retention_action || coalesce(' ' || retention_until, '') from cases.case_file where id = '%s'"
                                .formatted(id))
                .getFirst();
    }

    private void refused(String code, ThrowingCallable step) {
        refusedTo(jan, code, step);
    }

    private static void refusedTo(Caller who, String code, ThrowingCallable step) {
        assertThatThrownBy(() ->
                        Callers.as(
                                who,
                                () -> {
                                    try {
                                        step.call();
                                        return "";
                                    } catch (RuntimeException refusal) {
                                        throw refusal;
                                    } catch (Throwable other) {
                                        throw new IllegalStateException(other);
                                    }
                                }))
                .isInstanceOfSatisfying(
                        OnthaalException.class,
                        refused -> assertThat(refused.code()).contains(code));
    }
}
