// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import be.onthaal.access.Caller;
import be.onthaal.access.Callers;
import be.onthaal.cases.CaseHandling.Finishing;
import be.onthaal.cases.model.Result;
import be.onthaal.common.Channel;
import be.onthaal.common.Conflict;
import be.onthaal.common.OnthaalException;
import be.onthaal.documents.Document;
import be.onthaal.documents.Documents;
import be.onthaal.documents.NewDocument;
import be.onthaal.documents.Upload;
import be.onthaal.organisation.StandardRole;
import be.onthaal.testing.MovableClock;
import be.onthaal.testing.OnthaalTest;
import be.onthaal.testing.TownFixtures;
import be.onthaal.testing.TownFixtures.TestAuthority;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@OnthaalTest
class CaseHandlingTest {

    private static final LocalDate RECEIVED = LocalDate.of(2026, 3, 2);

    @Autowired TownFixtures towns;
    @Autowired Cases cases;
    @Autowired Documents documents;
    @Autowired CaseHandling work;
    @Autowired CaseTypes types;
    @Autowired CaseTerms terms;
    @Autowired Clock clock;

    private TestAuthority here;
    private Caller jan;
    private Caller fatima;
    private Caller chief;

    @BeforeEach
    void foundTown() {
        here = towns.found().municipality();
        Callers.run(here.administrator(), types::installStandard);
        jan = towns.person(here, StandardRole.CASE_HANDLER);
        fatima = towns.person(here, StandardRole.CASE_HANDLER);
        chief = towns.person(here, StandardRole.COORDINATOR);
        ((MovableClock) clock).set(Instant.parse("2026-03-02T09:00:00Z"));
    }

    @AfterEach
    void freeClock() {
        ((MovableClock) clock).free();
    }

    @Test
    void aComplaintGoesFromReceiptToRulingAsItsTypeSays() {
        CaseId id = opened("complaint");
        Callers.run(jan, () -> cases.take(id));

        assertThat(tasks(id)).containsExactly("acknowledge:OPEN");
        assertThat(task(id, "acknowledge").dueOn()).contains(LocalDate.of(2026, 3, 12));
        assertThat(detail(id).file().term().dueOn()).isEqualTo(LocalDate.of(2026, 4, 16));
        refused("cases.mandatory-task-open", () -> go(id, "investigation"));
        finish(jan, id, "acknowledge", Finishing.PLAIN);
        refused("cases.field-empty", () -> go(id, "investigation"));
        fill(id, Map.of("about", List.of("delay"), "admissible", List.of("yes")));
        go(id, "investigation");

        assertThat(tasks(id)).contains("position:OPEN").doesNotContain("propose:OPEN");
        finish(
                jan,
                id,
                "position",
                new Finishing(Optional.empty(), "De dienst erkent de vertraging."));
        assertThat(tasks(id)).contains("propose:OPEN");
        finish(jan, id, "propose", Finishing.PLAIN);
        fill(id, Map.of("merit", List.of("founded")));
        go(id, "ruling");

        assertThat(results(id)).containsExactly("withdrawn");
        refused("cases.approve-own", () -> finish(jan, id, "approve", agreed(true)));
        refused("cases.field-decided", () -> fill(id, Map.of("ruling-approved", List.of("yes"))));
        refused("cases.approve-say", () -> finish(chief, id, "approve", Finishing.PLAIN));
        finish(chief, id, "approve", agreed(true));
        assertThat(tasks(id)).contains("answer:OPEN");
        finish(jan, id, "answer", Finishing.PLAIN);
        fill(id, Map.of("remedy", List.of("De dienst antwoordt voortaan binnen vijf dagen.")));

        refused(
                "documents.mandatory",
                () -> Callers.as(jan, () -> cases.close(id, revision(id), "founded")));
        piece(id, "complaint");
        piece(id, "answer");
        CaseFile closed = Callers.as(jan, () -> cases.close(id, revision(id), "founded"));
        assertThat(closed.progress().closing().orElseThrow().keepUntil())
                .contains(LocalDate.of(2036, 3, 2));
        refused(
                "access.permission",
                () -> Callers.as(jan, () -> cases.reopen(id, "Nieuwe stukken")));
        assertThat(Callers.as(chief, () -> cases.reopen(id, "Nieuwe stukken")).isClosed())
                .isFalse();
    }

    @Test
    void whoGivesTheCaseBackDoesNotApproveHisOwnWorkAllTheSame() {
        CaseId id = opened("internal-request");
        Callers.run(jan, () -> cases.take(id));
        fill(id, Map.of("cost", List.of("800")));
        finish(jan, id, "do", Finishing.PLAIN);
        Callers.run(jan, () -> cases.release(id));

        refused("cases.approve-own", () -> finish(jan, id, "agree", agreed(true)));
        finish(fatima, id, "agree", agreed(true));
    }

    @Test
    void whatIsRefusedGoesBackAndItsTasksBeginAgain() {
        CaseId id = opened("complaint");
        finish(jan, id, "acknowledge", Finishing.PLAIN);
        fill(id, Map.of("about", List.of("delay"), "admissible", List.of("yes")));
        go(id, "investigation");
        finish(jan, id, "position", Finishing.PLAIN);
        finish(jan, id, "propose", Finishing.PLAIN);
        fill(id, Map.of("merit", List.of("unfounded")));
        go(id, "ruling");
        finish(chief, id, "approve", agreed(false));

        assertThat(tasks(id)).doesNotContain("answer:OPEN");
        ((MovableClock) clock).set(Instant.parse("2026-03-03T09:00:00Z"));
        go(id, "investigation");

        assertThat(tasks(id)).contains("position:DONE", "position:OPEN");
    }

    @Test
    void aFieldThatIsNoLongerAskedIsLetGoWithItsTasks() {
        CaseId id = opened("event");
        finish(jan, id, "check", Finishing.PLAIN);
        fill(
                id,
                Map.of(
                        "title", List.of("Kermis"),
                        "place", List.of("Stadsplein"),
                        "from", List.of("2026-08-15"),
                        "visitors", List.of("800"),
                        "outdoors", List.of("yes"),
                        "music", List.of("yes"),
                        "noise", List.of("95")));
        go(id, "advice");
        assertThat(tasks(id)).contains("police:OPEN", "fire:OPEN", "green:OPEN");

        fill(
                id,
                Map.of(
                        "outdoors",
                        List.of("no"),
                        "music",
                        List.of("no"),
                        "visitors",
                        List.of("80")));

        assertThat(tasks(id)).contains("police:OPEN", "fire:DROPPED", "green:DROPPED");
        assertThat(detail(id).file().filled().values().of("noise")).isEmpty();
    }

    @Test
    void whatIsNotOfItsKindIsRefusedAndNothingIsKept() {
        CaseId id = opened("subsidy");
        Map<String, List<String>> right =
                Map.of("requested", List.of("1250,5"), "iban", List.of("BE68 5390 0754 7034"));
        fill(id, right);
        assertThat(detail(id).file().filled().values().one("requested")).contains("1250.50");

        refused(
                "cases.field-value",
                () -> fill(id, Map.of("iban", List.of("BE68 5390 0754 7035"))));
        refused("cases.field-value", () -> fill(id, Map.of("regulation", List.of("anything"))));
        refused("cases.field-value", () -> fill(id, Map.of("requested", List.of("1e9"))));
        refused("cases.field-value", () -> fill(id, Map.of("paid-on", List.of("31-02-2026"))));
        refused("cases.field-least", () -> fill(id, Map.of("requested", List.of("-1"))));
        refused("cases.field-most", () -> fill(id, Map.of("requested", List.of("999999999"))));
        refused("cases.field-value", () -> fill(id, Map.of("proposed", List.of("1", "2"))));
        refused("cases.field", () -> fill(id, Map.of("strange", List.of("x"))));
        refused(
                "cases.field-long",
                () -> fill(id, Map.of("iban", List.of("x".repeat(10_000_000)))));
        assertThat(detail(id).file().filled().values().one("requested")).contains("1250.50");
    }

    @Test
    void twoPeopleWhoFillInAtOnceDoNotOverwriteEachOther() {
        CaseId id = opened("subsidy");
        int seen = revision(id);
        Callers.run(jan, () -> work.fill(id, seen, Map.of("requested", List.of("100"))));

        assertThatThrownBy(() ->
                        Callers.run(
                                fatima,
                                () -> work.fill(id, seen, Map.of("requested", List.of("200")))))
                .isInstanceOf(Conflict.class);
        assertThat(detail(id).file().filled().values().one("requested")).contains("100.00");
    }

    @Test
    void askingTheCustomerLetsTheTermStandStillUntilTheTaskIsDone() {
        CaseId id = opened("information-question");

        Callers.run(jan, () -> work.add(id, "ask-customer"));
        assertThat(detail(id).file().progress().status()).isEqualTo(CaseStatus.WAITING);
        ((MovableClock) clock).set(Instant.parse("2026-03-04T09:00:00Z"));
        finish(jan, id, "ask-customer", Finishing.PLAIN);

        assertThat(detail(id).file().progress().status()).isEqualTo(CaseStatus.OPEN);
        assertThat(detail(id).file().term().dueOn()).isEqualTo(LocalDate.of(2026, 3, 18));
        Callers.run(jan, () -> work.add(id, "ask-customer"));
        refused(
                "cases.task-not-offered",
                () -> Callers.run(jan, () -> work.add(id, "ask-customer")));
    }

    @Test
    void theFirstTasksRunFromTheReceiptOfTheCaseWheneverItIsRegistered() {
        ((MovableClock) clock).free();

        CaseId id = opened("complaint");

        assertThat(task(id, "acknowledge").dueOn()).contains(RECEIVED.plusDays(10));
    }

    @Test
    void theTermOfATaskStandsStillWithItsCaseAndWhatIsAskedOfTheCustomerDoesNot() {
        CaseId id = opened("complaint");
        assertThat(task(id, "acknowledge").dueOn()).contains(LocalDate.of(2026, 3, 12));
        Callers.run(jan, () -> terms.suspend(id, "De klager zoekt stukken"));
        ((MovableClock) clock).set(Instant.parse("2026-03-07T09:00:00Z"));
        Callers.run(jan, () -> terms.resume(id));
        assertThat(task(id, "acknowledge").dueOn()).contains(LocalDate.of(2026, 3, 17));

        Callers.run(jan, () -> terms.suspend(id, "Nog eens"));
        Callers.run(jan, () -> terms.resume(id));
        assertThat(task(id, "acknowledge").dueOn()).contains(LocalDate.of(2026, 3, 17));
        ((MovableClock) clock).set(Instant.parse("2026-03-20T09:00:00Z"));
        Callers.run(jan, () -> terms.suspend(id, "Te laat al"));
        ((MovableClock) clock).set(Instant.parse("2026-03-30T09:00:00Z"));
        Callers.run(jan, () -> terms.resume(id));
        assertThat(task(id, "acknowledge").dueOn())
                .as("what was late already stays so")
                .contains(LocalDate.of(2026, 3, 17));
    }

    @Test
    void aResultThatStopsTheCaseNeedsNoTaskToBeDone() {
        CaseId id = opened("subsidy");

        refused("cases.result-not-now", () -> Callers.as(jan, () -> cases.close(id, 0, "paid")));
        CaseFile closed = Callers.as(jan, () -> cases.close(id, 0, "withdrawn"));

        assertThat(closed.isClosed()).isTrue();
        assertThat(tasks(id)).containsExactly("complete:DROPPED");
    }

    private CaseId opened(String type) {
        return Callers.as(
                        jan,
                        () ->
                                cases.open(
                                        new OpenCase(
                                                type,
                                                "Zaak",
                                                "",
                                                Optional.empty(),
                                                here.unit(),
                                                new OpenCase.Intake(
                                                        Channel.DESK, RECEIVED, Optional.empty()),
                                                Optional.empty())))
                .id();
    }

    private void fill(CaseId id, Map<String, List<String>> typed) {
        Callers.run(jan, () -> work.fill(id, revision(id), typed));
    }

    private void go(CaseId id, String phase) {
        Callers.run(jan, () -> work.go(id, revision(id), phase));
    }

    private void finish(Caller who, CaseId id, String code, Finishing how) {
        Callers.run(who, () -> work.finish(id, task(id, code).id(), how));
    }

    private static Finishing agreed(boolean yes) {
        return new Finishing(Optional.of(yes), "");
    }

    private CaseTask task(CaseId id, String code) {
        return detail(id).tasks().stream()
                .filter(task -> task.code().equals(code))
                .filter(task -> task.state() == CaseTask.TaskState.OPEN)
                .findFirst()
                .orElseThrow();
    }

    private List<String> tasks(CaseId id) {
        return detail(id).tasks().stream().map(task -> task.code() + ":" + task.state()).toList();
    }

    private List<String> results(CaseId id) {
        return Callers.as(jan, () -> work.flow(detail(id))).results().stream()
                .map(Result::code)
                .toList();
    }

    private int revision(CaseId id) {
        return detail(id).file().progress().revision();
    }

    private CaseDetail detail(CaseId id) {
        return Callers.as(jan, () -> cases.get(id));
    }

    private static void refused(String code, ThrowingCallable step) {
        assertThatThrownBy(step)
                .isInstanceOfSatisfying(
                        OnthaalException.class,
                        refused -> assertThat(refused.code()).isEqualTo(code));
    }

    /** A document of a sort that the type of the case asks. */
    private void piece(CaseId id, String kind) {
        var about =
                new Document.About(
                        kind,
                        Optional.of(kind),
                        Document.Direction.IN,
                        LocalDate.of(2026, 3, 2),
                        "",
                        "nl");
        Callers.run(
                jan,
                () ->
                        documents.add(
                                id,
                                new NewDocument(about, Optional.empty(), Optional.empty()),
                                new Upload(
                                        kind + ".txt",
                                        kind.length(),
                                        () ->
                                                new java.io.ByteArrayInputStream(
                                                        kind.getBytes(
                                                                java.nio.charset.StandardCharsets
                                                                        .UTF_8)))));
    }
}
