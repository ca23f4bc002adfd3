// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import be.onthaal.access.Caller;
import be.onthaal.access.Callers;
import be.onthaal.cases.model.CaseTypeDefinition;
import be.onthaal.cases.model.Problem;
import be.onthaal.common.Brussels;
import be.onthaal.common.Channel;
import be.onthaal.common.Message;
import be.onthaal.common.OnthaalException;
import be.onthaal.organisation.StandardRole;
import be.onthaal.testing.AsOwner;
import be.onthaal.testing.MovableClock;
import be.onthaal.testing.OnthaalTest;
import be.onthaal.testing.Together;
import be.onthaal.testing.TownFixtures;
import be.onthaal.testing.TownFixtures.TestAuthority;
import be.onthaal.testing.TownFixtures.Town;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.function.UnaryOperator;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@OnthaalTest
class CaseTypeDraftsTest {

    private static final String FILE =
            """
            {"format": "onthaal-case-type/1", "code": "brief",
             "definition": {"name": "Brief", "confidentiality": "INTERNAL",
               "term": {"amount": 5, "unit": "WORKING_DAYS", "starts": "DAY_AFTER", "movesToWorkingDay": true},
               "phases": [{"code": "handling", "name": "Behandeling",
                 "tasks": [{"code": "read", "title": "Lezen", "mandatory": true}]}],
               "results": [{"code": "done", "name": "Klaar", "retention": {"action": "DESTROY", "years": 2}}]}}
            """;

    @Autowired TownFixtures towns;
    @Autowired CaseTypeDrafts drafts;
    @Autowired CaseTypeTrials trials;
    @Autowired CaseTypes types;
    @Autowired Cases cases;
    @Autowired AsOwner owner;
    @Autowired Clock clock;

    private Town town;
    private TestAuthority here;
    private Caller bram;

    @BeforeEach
    void foundTown() {
        town = towns.found();
        here = town.municipality();
        bram = here.administrator();
        Callers.run(bram, types::installStandard);
        ((MovableClock) clock).set(Instant.parse("2026-12-01T09:00:00Z"));
    }

    @AfterEach
    void freeClock() {
        ((MovableClock) clock).free();
    }

    @Test
    void aTypeFromAFileIsADraftThatNobodyWorksWithUntilItIsPublished() {
        UUID id = taken(FILE);

        assertThat(codes()).doesNotContain("brief");
        assertThatThrownBy(() -> Callers.as(here.service(), () -> types.get(id)))
                .isInstanceOf(OnthaalException.class);
        publish(id, 0, today());
        assertThat(codes()).contains("brief");
        assertThat(Callers.as(bram, () -> drafts.file(id))).contains("\"code\" : \"brief\"");
    }

    @Test
    void aNextVersionTakesOverOnItsDayAndRunningCasesKeepTheirs() {
        UUID first = taken(FILE);
        publish(first, 0, today());
        CaseFile running = opened("brief");
        UUID second = Callers.as(bram, () -> drafts.beginFrom(first)).head().id();
        publish(second, 0, today().plusDays(10));

        assertThat(current("brief").id()).isEqualTo(first);
        ((MovableClock) clock).set(Instant.parse("2026-12-11T09:00:00Z"));
        assertThat(current("brief").id()).isEqualTo(second);
        assertThat(
                        Callers.as(here.service(), () -> cases.get(running.id()))
                                .file()
                                .matter()
                                .typeId())
                .isEqualTo(first);
    }

    @Test
    void whatIsPublishedNeverChanges() {
        UUID id = taken(FILE);
        publish(id, 0, today());

        refused("cases.type-published", () -> change(id, 0, type -> type));
        refused("cases.type-published", () -> Callers.run(bram, () -> drafts.drop(id, 0)));
        assertThatThrownBy(() ->
                        owner.execute(
                                "update cases.case_type set definition = '{}' where id = '"
                                        + id
                                        + "'"))
                .hasStackTraceContaining("does not change");
    }

    @Test
    void ofTwoWhoChangeADraftTheSecondIsToldWhoWasFirst() {
        UUID id = taken(FILE);
        change(id, 0, type -> type);

        refused("cases.type-changed", () -> change(id, 0, type -> type));
        refused("cases.type-changed", () -> publish(id, 0, today()));
        refused("cases.type-has-draft", () -> taken(FILE));
    }

    @Test
    void ofTwentyWhoPublishAtOnceOneVersionHolds() throws Exception {
        UUID id = taken(FILE);

        List<Callable<UUID>> publishers =
                Collections.nCopies(
                        20,
                        () -> {
                            publish(id, 0, today());
                            return id;
                        });
        List<Object> answers = Together.run(publishers);

        assertThat(answers).filteredOn(id::equals).hasSize(1);

        assertThat(Callers.as(bram, drafts::versions))
                .filteredOn(version -> version.head().code().equals("brief"))
                .filteredOn(version -> version.head().holdsOn(today()))
                .hasSize(1);
    }

    @Test
    void aDraftWithFaultsIsKeptAndToldAndNotPublished() {
        UUID id =
                taken(
                        FILE.replace(
                                "\"mandatory\": true",
                                "\"mandatory\": true, \"after\": [\"nothing\"], \"kind\": \"NOTIFY\", \"with\": \"no-letter\""));

        assertThat(problems(id))
                .contains(
                        "phases/handling/tasks/read/after cases.check.no-such-task",
                        "phases/handling/tasks/read cases.check.no-such-template");
        refused("cases.type-faulty", () -> publish(id, 0, today()));
        refused("cases.type-from", () -> publish(id, 0, today().minusDays(1)));
    }

    @Test
    void aTypeThatEndedGetsNoNewCases() {
        UUID id = taken(FILE);
        publish(id, 0, today());
        CaseFile running = opened("brief");

        Callers.run(bram, () -> drafts.end(id, today()));

        assertThatThrownBy(() -> opened("brief")).isInstanceOf(OnthaalException.class);
        assertThat(Callers.as(here.service(), () -> cases.get(running.id())).tasks()).hasSize(1);
    }

    @Test
    void anotherAuthorityAndAnotherRoleSeeNothing() {
        UUID id = taken(FILE);
        Caller handler = towns.person(here, StandardRole.CASE_HANDLER);

        refused("cases.type", () -> Callers.as(town.ocmw().administrator(), () -> drafts.get(id)));
        refused("access.permission", () -> Callers.as(handler, () -> drafts.get(id)));
        refused("access.permission", () -> Callers.as(handler, () -> drafts.take(FILE)));
    }

    @Test
    void anEventIsWalkedThroughWithExampleData() {
        CaseTypeDefinition event = Callers.as(bram, () -> types.current("event")).definition();

        CaseTypeTrials.Walk walk =
                Callers.as(
                        bram,
                        () ->
                                trials.walk(
                                        event,
                                        here.unit(),
                                        Map.of(
                                                "visitors", List.of("1500"),
                                                "outdoors", List.of("no"),
                                                "from", List.of("2027-06-01")),
                                        LocalDate.of(2026, 12, 1)));

        assertThat(walk.stages().get(1).steps())
                .extracting(step -> step.task().code())
                .containsExactly("police", "fire", "safety");
        assertThat(walk.stages().getFirst().missing())
                .extracting(field -> field.code())
                .containsExactly("title", "place");
        assertThat(walk.done()).isEqualTo(LocalDate.of(2027, 6, 1));
        assertThat(walk.isLate()).isTrue();
    }

    private CaseFile opened(String type) {
        return Callers.as(
                here.service(),
                () ->
                        cases.open(
                                new OpenCase(
                                        type,
                                        "Zaak",
                                        "",
                                        Optional.empty(),
                                        here.unit(),
                                        new OpenCase.Intake(
                                                Channel.DESK, today(), Optional.empty()),
                                        Optional.empty())));
    }

    private UUID taken(String file) {
        return Callers.as(bram, () -> drafts.take(file)).head().id();
    }

    private void publish(UUID id, int revision, LocalDate from) {
        Callers.run(bram, () -> drafts.publish(id, revision, from));
    }

    private void change(UUID id, int revision, UnaryOperator<CaseTypeDefinition> change) {
        Callers.as(bram, () -> drafts.change(id, revision, change));
    }

    private List<String> problems(UUID id) {
        return Callers.as(bram, () -> drafts.problems(drafts.get(id).definition())).stream()
                .map((Problem problem) -> problem.place() + " " + key(problem.reason()))
                .toList();
    }

    private static String key(Message message) {
        return message.key();
    }

    private CaseType current(String code) {
        return Callers.as(here.service(), () -> types.current(code));
    }

    private List<String> codes() {
        return Callers.as(here.service(), types::list).stream().map(CaseType::code).toList();
    }

    private LocalDate today() {
        return Brussels.today(clock);
    }

    private static void refused(String code, ThrowingCallable step) {
        assertThatThrownBy(step)
                .isInstanceOfSatisfying(
                        OnthaalException.class,
                        refused -> assertThat(refused.code()).isEqualTo(code));
    }
}
