// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.routing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import be.onthaal.access.Caller;
import be.onthaal.access.Callers;
import be.onthaal.access.UnitId;
import be.onthaal.common.Conflict;
import be.onthaal.common.NotFound;
import be.onthaal.common.Refused;
import be.onthaal.organisation.StandardRole;
import be.onthaal.organisation.Units;
import be.onthaal.routing.internal.RuleChecks;
import be.onthaal.testing.AsOwner;
import be.onthaal.testing.OnthaalTest;
import be.onthaal.testing.TownFixtures;
import be.onthaal.testing.TownFixtures.TestAuthority;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionOperations;

/** Rules as an administrator keeps them, and what they say of a mail. */
@OnthaalTest
class RoutingRulesTest {

    @Autowired RoutingRules rules;
    @Autowired Routing routing;
    @Autowired TransactionOperations transactions;
    @Autowired TownFixtures towns;
    @Autowired Units units;
    @Autowired AsOwner owner;

    private TownFixtures.Town town;
    private TestAuthority here;
    private UnitId waste;
    private UnitId roads;

    @BeforeEach
    void foundTown() {
        town = towns.found();
        here = town.municipality();
        waste = unit("Milieu");
        roads = unit("Wegen");
    }

    @Test
    void theFirstRuleThatFitsDecides() {
        add("Afval", Conditions.ofSubject("afval"), waste);
        add("Put", Conditions.ofSubject("put"), roads);
        add("Rest", Conditions.NONE, here.unit());

        assertThat(route("Afval in een put").unit()).hasValue(waste);
        assertThat(route("Een put in de weg").unit()).hasValue(roads);
        assertThat(route("Reispas").rule().orElseThrow().name()).isEqualTo("Rest");

        move("Put", true);

        Route route = route("Afval in een put");
        assertThat(route.unit()).hasValue(roads);
        assertThat(route.rule().orElseThrow().position()).isEqualTo(1);
        assertThat(route.matches()).containsExactly(new Match(Match.Field.SUBJECT, List.of("put")));
        assertThat(names()).containsExactly("Put", "Afval", "Rest");
    }

    @Test
    void whereNoRuleFitsTheMailStays() {
        add("Afval", Conditions.ofSubject("afval"), waste);

        Route route = route("Reispas");

        assertThat(route.kind()).isEqualTo(Route.Kind.NONE);
        assertThat(route.unit()).isEmpty();
    }

    @Test
    void aRuleThatIsSwitchedOffIsPassedBy() {
        UUID id = add("Afval", Conditions.ofSubject("afval"), waste);
        as(() -> rules.activate(id, revision(), false));

        assertThat(route("Afval").kind()).isEqualTo(Route.Kind.NONE);

        as(() -> rules.activate(id, revision(), true));
        assertThat(route("Afval").unit()).hasValue(waste);
    }

    @Test
    void aUnitThatEndedIsPassedByWithASign() {
        add("Afval", Conditions.ofSubject("afval"), waste);
        add("Rest", Conditions.NONE, roads);
        owner.execute(
                "update organisation.unit set closed_on = opened_on where id = '%s'"
                        .formatted(waste));

        Route route = route("Afval");

        assertThat(route.unit()).hasValue(roads);
        assertThat(route.passed()).extracting(Route.Passed::reason).containsExactly("unit-ended");
        Rulebook book = book();
        assertThat(book.isEnded(book.rules().getFirst())).isTrue();
        assertThatThrownBy(() -> add("Nog", Conditions.NONE, waste)).isInstanceOf(Refused.class);
    }

    @Test
    void aRuleFollowsItsUnitIntoItsSuccessor() {
        add("Afval", Conditions.ofSubject("afval"), waste);

        as(() -> units.mergeInto(waste, roads));

        assertThat(route("Afval").unit()).hasValue(roads);
    }

    @Test
    void aRuleBelowOneThatTakesAllIsSaidToBeHidden() {
        add("Alles", Conditions.NONE, waste);
        add("Put", Conditions.ofSubject("put"), roads);

        Rulebook book = book();

        assertThat(book.hiding(book.rules().getLast()).orElseThrow().wish().name())
                .isEqualTo("Alles");
        assertThat(book.hiding(book.rules().getFirst())).isEmpty();
    }

    @Test
    void whoSawAnOlderOrderChangesNothingAndIsToldWhoWasFirst() {
        add("Een", Conditions.ofSubject("een"), waste);
        UUID second = add("Twee", Conditions.ofSubject("twee"), roads);
        int seen = revision();
        as(() -> rules.move(second, seen, true));

        assertThatThrownBy(() -> as(() -> rules.move(second, seen, false)))
                .isInstanceOfSatisfying(
                        Conflict.class,
                        conflict -> {
                            assertThat(conflict.code()).isEqualTo("routing.changed");
                            assertThat(conflict.arguments()).contains("Stichter");
                        });
        assertThat(names()).containsExactly("Twee", "Een");
    }

    @Test
    void ofManyWhoMoveAtOnceOneIsFirstAndTheOrderStaysWhole() throws Exception {
        for (int i = 0; i < 6; i++) {
            add("Regel " + i, Conditions.ofSubject("woord" + i), waste);
        }
        int seen = revision();
        List<RoutingRule> before = book().rules();
        List<Callable<Boolean>> moves =
                before.stream()
                        .map(rule ->
                                (Callable<Boolean>)
                                        () -> moved(rule.id(), seen, rule.position() > 3))
                        .toList();
        long won;
        try (ExecutorService many = Executors.newFixedThreadPool(6)) {
            won = many.invokeAll(moves).stream().filter(RoutingRulesTest::yes).count();
        }

        assertThat(won).isEqualTo(1);
        assertThat(book().rules())
                .extracting(RoutingRule::position)
                .containsExactly(1, 2, 3, 4, 5, 6);
        assertThat(book().rules()).extracting(RoutingRule::id).doesNotHaveDuplicates();
    }

    @Test
    void takingARuleAwayClosesTheGap() {
        UUID first = add("Een", Conditions.ofSubject("een"), waste);
        add("Twee", Conditions.ofSubject("twee"), roads);
        add("Drie", Conditions.ofSubject("drie"), roads);

        as(() -> rules.remove(first, revision()));

        assertThat(book().rules()).extracting(RoutingRule::position).containsExactly(1, 2);
        assertThat(names()).containsExactly("Twee", "Drie");
    }

    @Test
    void anotherAuthorityHasRulesOfItsOwn() {
        UUID id = add("Afval", Conditions.ofSubject("afval"), waste);
        TestAuthority ocmw = town.ocmw();

        assertThat(Callers.as(ocmw.administrator(), rules::list).rules()).isEmpty();
        assertThatThrownBy(() -> Callers.run(ocmw.administrator(), () -> rules.remove(id, 0)))
                .isInstanceOf(NotFound.class);
        assertThatThrownBy(() ->
                        Callers.run(
                                ocmw.administrator(),
                                () -> rules.add(0, wish("X", Conditions.NONE, waste))))
                .isInstanceOf(Refused.class);
        assertThat(names()).containsExactly("Afval");
    }

    @Test
    void whoIsNoAdministratorChangesNothing() {
        Caller clerk = towns.person(here, StandardRole.POST_CLERK);

        assertThatThrownBy(() ->
                        Callers.run(clerk, () -> rules.add(0, wish("X", Conditions.NONE, waste))))
                .isInstanceOf(Refused.class);
        assertThat(Callers.as(clerk, rules::list).rules()).isEmpty();
    }

    @Test
    void whatIsTooMuchOrNoWordIsRefusedAndNothingIsKept() {
        String[] many = new String[RuleChecks.MOST_WORDS + 1];
        java.util.Arrays.setAll(many, i -> "woord" + i);

        for (Conditions hostile :
                List.of(
                        Conditions.ofSubject(many),
                        Conditions.ofSubject("x".repeat(61)),
                        Conditions.ofSubject(".*"),
                        Conditions.ofSubject(""))) {
            assertThatThrownBy(() -> add("X", hostile, waste)).isInstanceOf(Refused.class);
        }
        assertThatThrownBy(() -> add(" ", Conditions.NONE, waste)).isInstanceOf(Refused.class);
        assertThat(book().rules()).isEmpty();
        assertThat(revision()).isZero();
    }

    @Test
    void thereIsALimitToTheNumberOfRules() {
        owner.execute(
                """
                insert into routing.rule (authority_id, position, name, active, target)
                select '%s', n, 'Regel', true, 'MAILBOX' from generate_series(1, %d) n
                """
                        .formatted(here.authority().id(), RuleChecks.MOST_RULES));

        assertThatThrownBy(() -> add("Te veel", Conditions.NONE, waste))
                .isInstanceOf(Refused.class);
    }

    @Test
    void everyChangeIsInTheLogWithWhatItWas() {
        UUID id = add("Afval", Conditions.ofSubject("afval"), waste);
        as(() -> rules.change(id, revision(), wish("Vuil", Conditions.ofSubject("vuil"), roads)));
        as(() -> rules.activate(id, revision(), false));

        assertThat(
                        owner.column(
                                "select action || ' ' || detail::text from audit.event where subject_id = '%s' order by at, id"
                                        .formatted(id)))
                .satisfiesExactly(
                        added -> assertThat(added).contains("rule-added", "afval"),
                        changed -> assertThat(changed).contains("rule-changed", "afval", "vuil"),
                        off -> assertThat(off).contains("rule-switched", "false"));
    }

    @Test
    void aRuleThatCannotBeReadLeavesTheTransactionWhole() {
        add("Afval", Conditions.ofSubject("afval"), waste);
        broken();

        Route route = route("Afval");

        assertThat(route.kind()).isEqualTo(Route.Kind.FAILED);
        assertThat(route.problem()).isNotEmpty();
        assertThat(route.unit()).isEmpty();
    }

    private void broken() {
        owner.execute(
                "update routing.rule set senders = array[null]::text[] where authority_id = '%s'"
                        .formatted(here.authority().id()));
    }

    private Route route(String subject) {
        var mail =
                new IncomingMail(
                        "els@voorbeeld.be",
                        List.of(),
                        "info@stad.be",
                        subject,
                        "",
                        List.of(),
                        Optional.empty());
        return Callers.as(
                here.service(),
                () -> {
                    Route route =
                            transactions.execute(status -> routing.route(routing.rulebook(), mail));
                    return java.util.Objects.requireNonNull(route);
                });
    }

    private UnitId unit(String name) {
        return Callers.as(here.administrator(), () -> units.open(name, Optional.empty()).id());
    }

    private UUID add(String name, Conditions asked, UnitId unit) {
        return Callers.as(
                here.administrator(), () -> rules.add(revisionHere(), wish(name, asked, unit)));
    }

    private static RuleWish wish(String name, Conditions asked, UnitId unit) {
        return new RuleWish(name, true, asked, new Target.ToUnit(unit), Extras.NONE);
    }

    private void move(String name, boolean earlier) {
        RoutingRule rule =
                book().rules().stream()
                        .filter(one -> one.wish().name().equals(name))
                        .findFirst()
                        .orElseThrow();
        as(() -> rules.move(rule.id(), revision(), earlier));
    }

    private boolean moved(UUID id, int seen, boolean earlier) {
        try {
            as(() -> rules.move(id, seen, earlier));
            return true;
        } catch (Conflict late) {
            return false;
        }
    }

    private static boolean yes(Future<Boolean> answer) {
        try {
            return answer.get();
        } catch (Exception failure) {
            throw new IllegalStateException(failure);
        }
    }

    /** Asked within the call, so that a change says the edition that it saw. */
    private int revisionHere() {
        return rules.list().edition().revision();
    }

    private int revision() {
        return Integer.parseInt(
                owner.column(
                                "select coalesce(max(revision), 0) from routing.book where authority_id = '%s'"
                                        .formatted(here.authority().id()))
                        .getFirst());
    }

    private Rulebook book() {
        return Callers.as(here.administrator(), rules::list);
    }

    private List<String> names() {
        return book().rules().stream().map(rule -> rule.wish().name()).toList();
    }

    private void as(Runnable work) {
        Callers.run(here.administrator(), work);
    }
}
