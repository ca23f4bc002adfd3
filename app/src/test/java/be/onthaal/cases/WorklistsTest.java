// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.cases;

import static be.onthaal.cases.CasePopulation.pick;
import static be.onthaal.cases.CasePopulation.some;
import static org.assertj.core.api.Assertions.assertThat;

import be.onthaal.access.Caller;
import be.onthaal.access.Callers;
import be.onthaal.access.Confidentiality;
import be.onthaal.access.Permission;
import be.onthaal.access.UnitId;
import be.onthaal.cases.CaseFilter.View;
import be.onthaal.cases.CasePopulation.Known;
import be.onthaal.cases.CasePopulation.Populated;
import be.onthaal.cases.Narrowing.Days;
import be.onthaal.common.Brussels;
import be.onthaal.common.Channel;
import be.onthaal.common.Page;
import be.onthaal.common.PageRequest;
import be.onthaal.organisation.EmployeeId;
import be.onthaal.testing.OnthaalTest;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.transaction.support.TransactionOperations;

/** Every list, count and export of cases, for everybody, beside the rule written out in Java. */
@OnthaalTest
@Import(CasePopulation.class)
class WorklistsTest {

    private static final PageRequest ALL = new PageRequest(1, 500);

    @Autowired CasePopulation population;
    @Autowired Cases cases;
    @Autowired Worklists worklists;
    @Autowired TransactionOperations transactions;
    @Autowired Clock clock;

    @Test
    void everyListCountAndExportHoldsWhatTheRuleSaysForEverybody() {
        Populated town = population.populate(20261125, 60);
        for (Caller who : readers(town)) {
            Map<View, Long> counts = Callers.as(who, cases::counts);
            for (View view : View.values()) {
                Set<UUID> right = right(town, who, new CaseFilter(view, CaseFilter.Sort.DUE_FIRST));
                Page<CaseLine> page = Callers.as(who, () -> cases.list(CaseFilter.of(view), ALL));
                assertThat(ids(page.rows())).as(who.name() + " " + view).isEqualTo(right);
                assertThat(page.total().value()).isEqualTo(right.size());
                assertThat(exported(who, CaseFilter.of(view))).isEqualTo(right);
                if (view != View.CLOSED) {
                    assertThat(counts.get(view)).as(view.name()).isEqualTo(right.size());
                }
            }
        }
    }

    @Test
    void whatIsChosenIsWhatAPlainWalkOverAllCasesFinds() {
        Populated town = population.populate(4242, 80);
        var chance = new Random(7);
        List<Caller> readers = readers(town);
        int found = 0;
        for (int i = 0; i < 400; i++) {
            Caller who = pick(chance, readers);
            CaseFilter filter =
                    new CaseFilter(
                            pick(chance, List.of(View.values())),
                            pick(chance, List.of(CaseFilter.Sort.values())),
                            narrowing(chance, town));
            Set<UUID> right = right(town, who, filter);
            Page<CaseLine> page = Callers.as(who, () -> cases.list(filter, ALL));
            assertThat(ids(page.rows())).as(filter.toString()).isEqualTo(right);
            assertThat(page.total().value()).isEqualTo(right.size());
            found += right.size();
        }
        assertThat(found).as("the choices find something").isGreaterThan(200);
    }

    @Test
    void pagesOfEachOrderTogetherAreTheListOnce() {
        Populated town = population.populate(99, 40);
        Caller who =
                readers(town).stream().filter(Caller::coordinatesAll).findFirst().orElseThrow();
        for (CaseFilter.Sort sort : CaseFilter.Sort.values()) {
            for (View view : List.of(View.ALL_OPEN, View.CLOSED)) {
                var filter = new CaseFilter(view, sort);
                List<UUID> paged = new ArrayList<>();
                var request = new PageRequest(1, 7);
                Page<CaseLine> page;
                do {
                    PageRequest asked = request;
                    page = Callers.as(who, () -> cases.list(filter, asked));
                    page.rows().forEach(line -> paged.add(line.id().value()));
                    request = request.next();
                } while (page.hasNext());
                assertThat(paged).as(sort.name()).doesNotHaveDuplicates();
                assertThat(new HashSet<>(paged)).isEqualTo(right(town, who, filter));
            }
        }
    }

    @Test
    void hostileWordsFindNothingAndBreakNothing() {
        Populated town = population.populate(5, 5);
        Caller who = readers(town).getFirst();
        for (String words :
                List.of("'", "\"", "& | !", "((", "\u0000", ":*", "'); drop", "x".repeat(9_999))) {
            var filter =
                    new CaseFilter(
                            View.ALL_OPEN, CaseFilter.Sort.DUE_FIRST, Narrowing.NONE.saying(words));
            assertThat(Callers.as(who, () -> cases.list(filter, ALL)).rows()).isEmpty();
        }
    }

    private List<Caller> readers(Populated town) {
        return town.people().stream().filter(who -> who.may(Permission.CASE_VIEW)).toList();
    }

    private Set<UUID> exported(Caller who, CaseFilter filter) {
        List<CaseLine> lines = new ArrayList<>();
        Callers.run(
                who,
                () ->
                        transactions.executeWithoutResult(
                                status -> worklists.each(filter, 500, lines::add)));
        return ids(lines);
    }

    private static Set<UUID> ids(List<CaseLine> lines) {
        return lines.stream().map(line -> line.id().value()).collect(Collectors.toSet());
    }

    private Set<UUID> right(Populated town, Caller who, CaseFilter filter) {
        return town.all().stream()
                .filter(one -> one.seenBy(who, town.here()))
                .filter(one -> inView(one, who, filter.view()))
                .filter(one -> chosen(one, filter.narrowing()))
                .map(Known::id)
                .collect(Collectors.toSet());
    }

    private boolean inView(Known one, Caller who, View view) {
        boolean open = one.status() != CaseStatus.CLOSED;
        boolean mine = who.rights().units().contains(one.unit());
        boolean scope = who.coordinatesAll() || mine;
        boolean late = one.status() == CaseStatus.OPEN && one.due().isBefore(Brussels.today(clock));
        return switch (view) {
            case MINE -> open && one.handler().equals(who.employee());
            case TEAM -> open && mine;
            case UNASSIGNED -> open && one.handler().isEmpty() && scope;
            case OVERDUE -> late && scope;
            case ALL_OPEN -> open;
            case CLOSED -> !open;
        };
    }

    private static boolean chosen(Known one, Narrowing wanted) {
        return any(wanted.types(), one.type())
                && any(wanted.progress().statuses(), one.status())
                && any(wanted.progress().phases(), one.phase())
                && any(wanted.units(), one.unit())
                && (wanted.handlers().isEmpty()
                        || one.handler()
                                .map(EmployeeId::new)
                                .filter(wanted.handlers()::contains)
                                .isPresent())
                && (wanted.customers().isEmpty()
                        || one.party().filter(wanted.customers()::contains).isPresent())
                && any(wanted.channels(), one.channel())
                && any(wanted.levels(), one.level())
                && within(wanted.due(), one.due())
                && within(wanted.opened(), one.openedOn())
                && (wanted.words().isEmpty()
                        || one.number().equals(wanted.words())
                        || one.words().containsAll(List.of(wanted.words().split(" "))));
    }

    private static <T> boolean any(Set<T> wanted, T value) {
        return wanted.isEmpty() || wanted.contains(value);
    }

    private static boolean within(Days days, LocalDate day) {
        return days.from().map(from -> !day.isBefore(from)).orElse(true)
                && days.until().map(until -> !day.isAfter(until)).orElse(true);
    }

    private static Narrowing narrowing(Random chance, Populated town) {
        List<UUID> employees =
                town.people().stream().flatMap(who -> who.employee().stream()).toList();
        return new Narrowing(
                some(chance, List.of(CaseTypes.INFORMATION_QUESTION, "tweede-soort")),
                new Narrowing.Progress(
                        chance.nextInt(4) == 0
                                ? some(chance, List.of(CaseStatus.values()))
                                : Set.of(),
                        chance.nextInt(9) == 0 ? Set.of("nergens") : Set.of()),
                chance.nextBoolean() ? some(chance, town.units()) : Set.<UnitId>of(),
                chance.nextInt(4) == 0 ? Set.of(new EmployeeId(pick(chance, employees))) : Set.of(),
                chance.nextInt(3) == 0 ? some(chance, town.parties()) : Set.of(),
                chance.nextInt(4) == 0 ? some(chance, List.of(Channel.values())) : Set.of(),
                chance.nextInt(3) == 0 ? some(chance, List.of(Confidentiality.values())) : Set.of(),
                days(chance),
                days(chance),
                words(chance, town),
                Map.of());
    }

    private static Days days(Random chance) {
        LocalDate from = LocalDate.of(2026, 1, 1).plusDays(chance.nextInt(60));
        return switch (chance.nextInt(6)) {
            case 0 -> new Days(Optional.of(from), Optional.empty());
            case 1 -> new Days(Optional.empty(), Optional.of(from.plusDays(chance.nextInt(300))));
            case 2 -> new Days(Optional.of(from), Optional.of(from.plusDays(chance.nextInt(300))));
            default -> Days.ALL;
        };
    }

    private static String words(Random chance, Populated town) {
        return switch (chance.nextInt(6)) {
            case 0 -> pick(chance, CasePopulation.WORDS);
            case 1 -> pick(chance, CasePopulation.WORDS) + " " + pick(chance, CasePopulation.WORDS);
            case 2 -> chance.nextInt(4) == 0 ? pick(chance, town.all()).number() : "";
            default -> "";
        };
    }
}
