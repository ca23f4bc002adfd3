// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.records.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import be.onthaal.access.Caller;
import be.onthaal.access.Callers;
import be.onthaal.access.Confidentiality;
import be.onthaal.access.UnitId;
import be.onthaal.cases.CaseFile;
import be.onthaal.cases.CaseRecords;
import be.onthaal.cases.CaseType;
import be.onthaal.cases.Cases;
import be.onthaal.cases.model.Retention;
import be.onthaal.common.NotFound;
import be.onthaal.organisation.StandardRole;
import be.onthaal.organisation.Units;
import be.onthaal.party.Merges;
import be.onthaal.party.PartyId;
import be.onthaal.records.DestructionList;
import be.onthaal.records.DestructionLists;
import be.onthaal.records.Hold;
import be.onthaal.records.Holds;
import be.onthaal.records.ListedCase;
import be.onthaal.records.ListedCase.State;
import be.onthaal.records.Night;
import be.onthaal.records.Nights;
import be.onthaal.testing.AsOwner;
import be.onthaal.testing.MovableClock;
import be.onthaal.testing.OnthaalTest;
import be.onthaal.testing.Together;
import be.onthaal.testing.TownFixtures;
import be.onthaal.testing.TownFixtures.TestAuthority;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.transaction.support.TransactionOperations;

/** What is past its day is destroyed by two people together, and nothing else is. */
@OnthaalTest
@Import({ArchiveTown.class, StubbornKeeper.class})
class RecordsTest {

    private static final Retention FIVE_YEARS = new Retention(Retention.Action.DESTROY, 5);

    @Autowired ArchiveTown archive;
    @Autowired TownFixtures towns;
    @Autowired DestructionLists lists;
    @Autowired Holds holds;
    @Autowired Nights nights;
    @Autowired Cases cases;
    @Autowired CaseRecords records;
    @Autowired Units units;
    @Autowired Merges merges;
    @Autowired Execution execution;
    @Autowired NightlyLook look;
    @Autowired StubbornKeeper stubborn;
    @Autowired AsOwner owner;
    @Autowired MovableClock clock;
    @Autowired TransactionOperations transactions;

    private ArchiveTown.Scene scene;
    private TestAuthority here;
    private CaseType type;

    @BeforeEach
    void found() {
        clock.set(Instant.parse("2026-11-23T08:00:00Z"));
        scene = archive.scene();
        here = scene.here();
        type = archive.rule(here, FIVE_YEARS);
    }

    @AfterEach
    void free() {
        clock.free();
    }

    @Test
    void aCaseIsDueFromTheMidnightAfterItsLastDay() {
        closed("2020-03-02");

        clock.set(Instant.parse("2025-03-02T22:59:59Z"));
        assertThatThrownBy(this::propose).hasMessageContaining("records.nothing-due");
        clock.set(Instant.parse("2025-03-02T23:00:00Z"));
        assertThat(items(propose())).hasSize(1);
    }

    @Test
    void theLastOfFebruaryIsNotADayShort() {
        archive.rule(here, new Retention(Retention.Action.DESTROY, 1));
        CaseFile leap = closed("2020-02-29");
        CaseFile before = closed("2023-02-28");
        clock.set(Instant.parse("2021-02-28T12:00:00Z"));
        assertThatThrownBy(this::propose).hasMessageContaining("records.nothing-due");
        clock.set(Instant.parse("2021-03-01T12:00:00Z"));

        assertThat(items(propose())).extracting(ListedCase::id).containsExactly(leap.id());
        clock.set(Instant.parse("2024-02-29T12:00:00Z"));
        assertThatThrownBy(this::propose).hasMessageContaining("records.nothing-due");
        clock.set(Instant.parse("2024-03-01T00:00:00Z"));
        assertThat(items(propose())).extracting(ListedCase::id).containsExactly(before.id());
        Callers.run(here.service(), look::look);
        assertThat(lastNight().recomputed()).as("the reckoning of both is the same").isZero();
    }

    @Test
    void twoPeopleDestroyAndOnlyAStubStays() {
        CaseFile doomed = closed("2019-05-06");
        CaseFile kept = closed("2024-05-06");
        UUID list = propose();
        assertThatThrownBy(() -> Callers.run(scene.archivist(), () -> lists.approve(list)))
                .hasMessageContaining("records.own-list");
        Callers.run(scene.second(), () -> lists.approve(list));

        carryOut();

        assertThat(where(doomed.id().toString()))
                .as("only who did what, and the stub, name it")
                .isSubsetOf("audit.event", "records.item");
        assertThat(where(doomed.number().display())).isSubsetOf("audit.event", "records.item");
        ListedCase stub = stub(doomed).orElseThrow();
        assertThat(stub.decision().digest()).hasSize(64);
        assertThat(stub.decision().contents()).contains("case 1", "note 1", "task 1", "line");
        assertThat(stub.rule().keepUntil()).isEqualTo("2024-05-06");
        assertThat(standing(list).list().state()).isEqualTo(DestructionList.State.DONE);
        assertThatThrownBy(() -> Callers.as(scene.handler(), () -> cases.get(doomed.id())))
                .isInstanceOf(NotFound.class);
        assertThat(Callers.as(scene.handler(), () -> cases.get(kept.id())).notes()).hasSize(1);
        assertThat(text("records.item").concat(text("records.destruction_list")))
                .doesNotContain("Kanarie");
    }

    @Test
    void theSameCaseHasTheSameFingerprint() {
        CaseFile file = closed("2019-05-06");
        String first = Callers.as(here.service(), () -> records.kept(file.id())).digest().hex();

        assertThat(Callers.as(here.service(), () -> records.kept(file.id())).digest().hex())
                .isEqualTo(first);
        owner.execute("update cases.note set text = 'x' where case_id = '%s'".formatted(file.id()));
        assertThat(Callers.as(here.service(), () -> records.kept(file.id())).digest().hex())
                .isNotEqualTo(first);
    }

    @Test
    void whatAReviewerTookOutStaysUntilHisDate() {
        CaseFile file = closed("2019-05-06");
        closed("2019-05-07");
        UUID list = propose();
        LocalDate later = LocalDate.of(2027, 1, 31);

        assertThatThrownBy(() -> takeOut(list, file, LocalDate.of(2026, 11, 23)))
                .hasMessageContaining("records.later");
        UnitId elsewhere =
                Callers.as(here.administrator(), () -> units.open("Elders", Optional.empty()).id());
        Caller stranger = towns.person(here, StandardRole.COORDINATOR, Optional.of(elsewhere));
        assertThatThrownBy(() ->
                        Callers.run(stranger, () -> lists.takeOut(list, file.id(), later, "Nee")))
                .hasMessageContaining("records.not-your-unit");
        takeOut(list, file, later);
        approve(list);
        carryOut();

        assertThat(state(list, file)).isEqualTo(State.TAKEN_OUT);
        assertThat(exists(file)).isTrue();
        clock.set(Instant.parse("2027-01-30T08:00:00Z"));
        assertThatThrownBy(this::propose).hasMessageContaining("records.nothing-due");
        clock.set(Instant.parse("2027-01-31T08:00:00Z"));
        assertThat(items(propose())).extracting(ListedCase::id).containsExactly(file.id());
    }

    @Test
    void whatChangedSinceTheListWasApprovedIsSkipped() {
        CaseFile reopened = closed("2019-05-06");
        CaseFile again = closed("2019-05-07");
        CaseFile held = closed("2019-05-08");
        CaseFile doomed = closed("2019-05-09");
        UUID list = propose();
        approve(list);
        Callers.run(scene.handler(), () -> cases.reopen(reopened.id(), "Nieuw stuk"));
        Callers.run(scene.handler(), () -> cases.reopen(again.id(), "Nieuw stuk"));
        archive.close(scene.handler(), again.id());
        hold(held, "Geding");

        carryOut();

        assertThat(reason(list, reopened)).isEqualTo("reopened");
        assertThat(reason(list, again)).isEqualTo("changed");
        assertThat(reason(list, held)).isEqualTo("held");
        assertThat(state(list, doomed)).isEqualTo(State.DESTROYED);
        assertThat(List.of(exists(reopened), exists(again), exists(held))).containsOnly(true);
        assertThat(standing(list).list().state()).isEqualTo(DestructionList.State.DONE);
    }

    @Test
    void aHoldKeepsACaseATypeInAPeriodOrACustomer() {
        PartyId other = archive.customer(scene.handler());
        PartyId twin = archive.customer(scene.handler());
        CaseFile one = closed("2019-05-06");
        CaseFile ofOther = closed(Optional.of(other), "2020-02-01");
        CaseFile ofTwin = closed(Optional.of(twin), "2020-02-02");
        CaseFile inPeriod = closed(Optional.empty(), "2018-01-31");
        CaseFile doomed = closed(Optional.empty(), "2018-02-01");
        Callers.run(scene.handler(), () -> merges.merge(other, twin, "Zelfde persoon"));
        hold(one, "Geding");
        Callers.run(
                scene.archivist(),
                () -> {
                    holds.onCustomerOf(ofOther.number().display(), "Onderzoek");
                    holds.onType(
                            "information-question",
                            LocalDate.of(2018, 1, 1),
                            LocalDate.of(2018, 1, 31),
                            "Audit");
                });

        assertThat(items(propose())).extracting(ListedCase::id).containsExactly(doomed.id());
        Callers.run(here.service(), look::look);
        assertThat(lastNight().held()).isEqualTo(4);
        Callers.as(scene.archivist(), () -> holds.list(10))
                .forEach(hold ->
                        Callers.run(scene.second(), () -> holds.lift(hold.id(), "Voorbij")));
        assertThat(items(propose()))
                .extracting(ListedCase::id)
                .containsExactlyInAnyOrder(one.id(), ofOther.id(), ofTwin.id(), inPeriod.id());
    }

    @Test
    void afterACrashItGoesOnWhereItWas() {
        List<CaseFile> files = new ArrayList<>();
        for (int day = 1; day <= 6; day++) {
            files.add(closed("2019-05-0" + day));
        }
        UUID list = propose();
        approve(list);
        stubborn.dieOnce(files.get(3).id());

        assertThatThrownBy(this::carryOut).isInstanceOf(StubbornKeeper.Killed.class);
        assertThat(files.stream().filter(this::exists)).hasSize(3);
        assertThat(standing(list).list().state()).isEqualTo(DestructionList.State.APPROVED);
        carryOut();

        assertThat(files.stream().filter(this::exists)).isEmpty();
        assertThat(standing(list).tally()).containsEntry(State.DESTROYED, 6);
        assertThat(actions("records.destroyed")).hasSize(6);
    }

    @Test
    void whatCannotBeDestroyedStaysWholeAndIsReported() {
        CaseFile stuck = closed("2019-05-06");
        CaseFile next = closed("2019-05-07");
        UUID list = propose();
        approve(list);
        stubborn.refuse(stuck.id());

        carryOut();

        assertThat(reason(list, stuck)).isEqualTo("failed");
        assertThat(Callers.as(scene.handler(), () -> cases.get(stuck.id())).notes()).hasSize(1);
        assertThat(exists(next)).isFalse();
    }

    @Test
    void theDatabaseItselfLetsNothingGoThatIsNotDue() {
        CaseFile young = closed("2024-05-06");

        Boolean gone =
                Callers.as(
                        here.service(),
                        () ->
                                transactions.execute(status ->
                                        records.destroy(young.id(), LocalDate.of(2026, 11, 23))));
        assertThat(gone).isFalse();
        assertThatThrownBy(() ->
                        Callers.as(
                                scene.archivist(),
                                () ->
                                        transactions.execute(status ->
                                                records.destroy(
                                                        young.id(), LocalDate.of(2099, 1, 1)))))
                .isInstanceOf(RuntimeException.class);
        assertThat(exists(young)).isTrue();
    }

    @Test
    void theSampleIsKeptForEverAndCanBeDrawnAgain() {
        archive.rule(here, new Retention(Retention.Action.SAMPLE, 2));
        List<CaseFile> files = new ArrayList<>();
        for (int day = 1; day <= 9; day++) {
            files.add(closed("2019-05-0" + day));
        }
        UUID list = Callers.as(scene.archivist(), () -> lists.propose(30));
        List<ListedCase> listed = items(list);
        approve(list);
        carryOut();

        var again = Draw.kept(listed, standing(list).list().sample());
        List<CaseFile> kept = files.stream().filter(this::exists).toList();
        assertThat(again).hasSize(3);
        assertThat(kept.stream().map(file -> file.number().display()))
                .containsExactlyInAnyOrderElementsOf(again);
        Callers.run(here.service(), look::look);
        assertThat(lastNight().waiting()).isZero();
        assertThat(lastNight().recomputed()).isZero();
    }

    @Test
    void aDateFollowsItsRule() {
        CaseFile file = closed("2019-05-06");
        archive.rewrite(here, new Retention(Retention.Action.DESTROY, 30));
        boolean changed =
                Callers.as(
                        scene.handler(),
                        () -> transactions.execute(status -> records.recompute(file.id())));

        assertThat(changed).isTrue();
        assertThat(until(file)).contains("2049-05-06");
        archive.rewrite(here, new Retention(Retention.Action.KEEP, 0));
        Callers.run(here.service(), look::look);
        assertThat(until(file)).contains("null");
        archive.rewrite(here, FIVE_YEARS);
        Callers.run(here.service(), look::look);
        assertThat(until(file)).contains("2024-05-06");
        assertThat(lastNight())
                .satisfies(night -> {
                    assertThat(night.recomputed()).isEqualTo(1);
                    assertThat(night.undated()).isZero();
                    assertThat(night.waiting()).isEqualTo(1);
                });
        propose();
        Callers.run(here.service(), look::look);
        assertThat(lastNight().waiting()).isZero();
    }

    @Test
    void whoMayNotSeeAllOfAListDoesNotApproveIt() {
        closed("2019-05-06");
        archive.closed(
                here, scene.handler(), Optional.empty(), "2019-05-07", Confidentiality.SECRET);
        UUID list = propose();
        Caller half = lowered(scene.second());

        assertThat(Callers.as(half, () -> lists.items(list, 10))).hasSize(1);
        assertThatThrownBy(() -> Callers.run(half, () -> lists.approve(list)))
                .hasMessageContaining("records.not-all-seen");
        approve(list);
    }

    @Test
    void anotherAuthorityHasItsOwnArchive() {
        TestAuthority ocmw = scene.town().ocmw();
        Caller social = towns.person(ocmw, StandardRole.COORDINATOR);
        Caller keeper = towns.person(ocmw, StandardRole.ARCHIVIST);
        CaseFile theirs = archive.closed(ocmw, social, Optional.empty(), "2000-05-06");
        closed("2019-05-06");
        UUID list = propose();

        assertThat(items(list)).hasSize(1).noneMatch(item -> item.id().equals(theirs.id()));
        assertThatThrownBy(() -> Callers.as(keeper, () -> lists.get(list)))
                .isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> Callers.run(keeper, () -> lists.approve(list)))
                .isInstanceOf(NotFound.class);
        approve(list);
        Callers.run(ocmw.service(), execution::carryOut);
        assertThat(standing(list).list().state()).isEqualTo(DestructionList.State.APPROVED);
    }

    @Test
    void aHoldAndADestructionNeverBothHappen() throws InterruptedException {
        for (int round = 1; round <= 8; round++) {
            CaseFile file = closed("2019-06-0" + round);
            approve(propose());
            String number = file.number().display();
            Callable<Object> holding =
                    () -> Callers.as(scene.archivist(), () -> holds.onCase(number, "Geding"));
            Callable<Object> destroying =
                    () -> {
                        carryOut();
                        return "done";
                    };

            Object held = Together.run(List.of(holding, destroying)).getFirst();

            assertThat(exists(file)).as("round " + round).isEqualTo(held instanceof Hold);
        }
    }

    @Test
    void aWithdrawnListFreesItsCases() {
        CaseFile file = closed("2019-05-06");
        UUID list = propose();
        assertThatThrownBy(this::propose).hasMessageContaining("records.nothing-due");

        Callers.run(scene.archivist(), () -> lists.withdraw(list));

        assertThatThrownBy(() -> approve(list)).hasMessageContaining("records.not-proposed");
        assertThat(items(propose())).extracting(ListedCase::id).containsExactly(file.id());
    }

    @Test
    void whoHasNoRightSeesAndDoesNothing() {
        for (Runnable work :
                List.<Runnable>of(
                        () -> lists.list(1),
                        () -> nights.last(),
                        () -> holds.list(1),
                        () -> holds.onCase("Z-2020-000001", "x"))) {
            Caller reader = towns.person(here, StandardRole.READER);
            assertThatThrownBy(() -> Callers.run(reader, work))
                    .hasMessageContaining("access.permission");
        }
        assertThatThrownBy(() -> Callers.as(scene.handler(), () -> lists.propose(10)))
                .as("a reviewer does not propose")
                .hasMessageContaining("access.permission");
    }

    private CaseFile closed(String day) {
        return closed(Optional.of(scene.party()), day);
    }

    private CaseFile closed(Optional<PartyId> party, String day) {
        return archive.closed(here, scene.handler(), party, day);
    }

    private UUID propose() {
        return Callers.as(scene.archivist(), () -> lists.propose(10));
    }

    private void approve(UUID list) {
        Callers.run(scene.second(), () -> lists.approve(list));
    }

    private void carryOut() {
        Callers.run(here.service(), execution::carryOut);
    }

    private void takeOut(UUID list, CaseFile file, LocalDate later) {
        Callers.run(scene.handler(), () -> lists.takeOut(list, file.id(), later, "Nog nodig"));
    }

    private void hold(CaseFile file, String why) {
        Callers.as(scene.archivist(), () -> holds.onCase(file.number().display(), why));
    }

    private List<ListedCase> items(UUID list) {
        return Callers.as(scene.archivist(), () -> lists.items(list, 100));
    }

    private DestructionLists.Standing standing(UUID list) {
        return Callers.as(scene.archivist(), () -> lists.get(list));
    }

    private State state(UUID list, CaseFile file) {
        return decision(list, file).state();
    }

    private String reason(UUID list, CaseFile file) {
        return decision(list, file).reason();
    }

    private ListedCase.Decision decision(UUID list, CaseFile file) {
        return items(list).stream()
                .filter(item -> item.id().equals(file.id()))
                .findFirst()
                .orElseThrow()
                .decision();
    }

    private Optional<ListedCase> stub(CaseFile file) {
        return Callers.as(scene.archivist(), () -> lists.destroyed(file.number()));
    }

    private Night lastNight() {
        return Callers.as(scene.archivist(), nights::last).orElseThrow();
    }

    private boolean exists(CaseFile file) {
        Supplier<Boolean> asked = () -> records.exists(file.id());
        return Callers.as(here.service(), asked);
    }

    private List<String> until(CaseFile file) {
        return owner.column(
                "select retention_until from cases.case_file where id = '%s'".formatted(file.id()));
    }

    private List<String> actions(String action) {
        return owner.column(
                "select id from audit.event where authority_id = '%s' and action = '%s'"
                        .formatted(here.authority().id(), action));
    }

    /** In which tables of all a text stands, in whatever column. */
    private List<String> where(String text) {
        return owner
                .column(
                        "select n.nspname || '.' || c.relname from pg_class c join pg_namespace n on n.oid ="
                                + " c.relnamespace where c.relkind = 'r' and n.nspname not in ('pg_catalog',"
                                + " 'information_schema', 'migration')")
                .stream()
                .filter(table ->
                        !owner.column(
                                        "select 1 from %s t where t::text like '%%%s%%' and t::text like '%%%s%%' limit 1"
                                                .formatted(table, text, here.authority().id()))
                                .isEmpty())
                .collect(Collectors.toList());
    }

    private String text(String table) {
        return String.join(
                "\n",
                owner.column(
                        "select t::text from %s t where authority_id = '%s'"
                                .formatted(table, here.authority().id())));
    }

    private static Caller lowered(Caller caller) {
        var rights =
                new Caller.Rights(
                        caller.rights().permissions(),
                        java.util.Set.of(),
                        Confidentiality.INTERNAL);
        return new Caller(
                caller.kind(),
                caller.actor(),
                caller.name(),
                caller.scope(),
                caller.employee(),
                rights,
                caller.purpose());
    }
}
