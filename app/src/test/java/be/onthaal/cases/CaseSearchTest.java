// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.cases;

import static org.assertj.core.api.Assertions.assertThat;

import be.onthaal.access.Caller;
import be.onthaal.access.Callers;
import be.onthaal.access.Confidentiality;
import be.onthaal.access.Permission;
import be.onthaal.cases.CaseFindings.Counted;
import be.onthaal.cases.CaseFindings.Piece;
import be.onthaal.cases.CasePopulation.Known;
import be.onthaal.cases.CaseQuestion.Facet;
import be.onthaal.common.Channel;
import be.onthaal.common.PageRequest;
import be.onthaal.organisation.StandardRole;
import be.onthaal.organisation.Units;
import be.onthaal.search.Search;
import be.onthaal.testing.OnthaalTest;
import be.onthaal.testing.TownFixtures;
import be.onthaal.testing.TownFixtures.TestAuthority;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.transaction.support.TransactionOperations;

@OnthaalTest
@Import(CasePopulation.class)
class CaseSearchTest {

    private static final PageRequest ALL = new PageRequest(1, 500);

    @Autowired CasePopulation population;
    @Autowired TownFixtures towns;
    @Autowired CaseSearch caseSearch;
    @Autowired CasePassages passages;
    @Autowired Cases cases;
    @Autowired CaseTypes types;
    @Autowired Units units;
    @Autowired Search search;
    @Autowired TransactionOperations transactions;

    @Test
    void everybodyFindsAndCountsWhatTheRuleSays() {
        var town = population.populate(808, 50);
        for (Caller who :
                town.people().stream().filter(one -> one.may(Permission.CASE_VIEW)).toList()) {
            for (String word : CasePopulation.WORDS) {
                List<Known> right =
                        town.all().stream()
                                .filter(one -> one.seenBy(who, town.here()))
                                .filter(one -> one.words().contains(word))
                                .toList();
                CaseFindings found = find(who, word);
                assertThat(ids(found)).isEqualTo(ids(right));
                assertThat(found.page().total().value()).isEqualTo(right.size());
                assertThat(counts(found, Facet.Kind.TYPE)).isEqualTo(counts(right, Known::type));
                assertThat(counts(found, Facet.Kind.STATUS))
                        .isEqualTo(counts(right, one -> one.status().name()));
                assertThat(counts(found, Facet.Kind.UNIT))
                        .isEqualTo(counts(right, one -> one.unit().toString()));
                assertThat(counts(found, Facet.Kind.CHANNEL))
                        .isEqualTo(counts(right, one -> one.channel().name()));
                narrowed(who, word, right);
            }
        }
    }

    private void narrowed(Caller who, String word, List<Known> right) {
        for (Facet facet :
                List.of(
                        new Facet(Facet.Kind.STATUS, "OPEN"),
                        new Facet(Facet.Kind.TYPE, "tweede-soort"),
                        new Facet(Facet.Kind.CHANNEL, "MAIL"))) {
            Set<UUID> with = ids(right.stream().filter(one -> has(one, facet)).toList());
            Set<UUID> without = ids(right.stream().filter(one -> !has(one, facet)).toList());
            assertThat(ids(find(who, new CaseQuestion(word, Set.of(facet), Set.of()))))
                    .isEqualTo(with);
            assertThat(ids(find(who, new CaseQuestion(word, Set.of(), Set.of(facet)))))
                    .isEqualTo(without);
        }
    }

    private static boolean has(Known one, Facet facet) {
        return switch (facet.kind()) {
            case STATUS -> one.status().name().equals(facet.value());
            case TYPE -> one.type().equals(facet.value());
            case CHANNEL -> one.channel().name().equals(facet.value());
            case UNIT, YEAR -> throw new IllegalArgumentException();
        };
    }

    @Test
    void aCaseIsFoundByWhatWasSaidInItAtOnce() {
        TestAuthority here = town();
        Caller jan = towns.person(here, StandardRole.CASE_HANDLER);
        CaseFile tree =
                opened(jan, here, "Boom op het voetpad", "De wortels lichten de tegels op.");
        CaseFile other = opened(jan, here, "Klachten over lawaai", "Coördinatie van de werken.");
        Callers.run(jan, () -> cases.addNote(tree.id(), "De groendienst komt dinsdag kijken."));
        Callers.run(
                jan,
                () ->
                        transactions.executeWithoutResult(status ->
                                passages.keep(
                                        tree.id(),
                                        UUID.randomUUID(),
                                        CasePassages.Kind.MAIL,
                                        "Mijn buurman Théo zag het ook.",
                                        Instant.parse("2026-11-20T09:00:00Z"))));

        assertThat(ids(find(jan, "wortel"))).containsExactly(tree.id().value());
        assertThat(ids(find(jan, "groendienst"))).containsExactly(tree.id().value());
        assertThat(ids(find(jan, "theo"))).containsExactly(tree.id().value());
        assertThat(ids(find(jan, "klacht coordinatie"))).containsExactly(other.id().value());
        assertThat(ids(find(jan, "\"groendienst komt\""))).containsExactly(tree.id().value());
        assertThat(ids(find(jan, "\"komt groendienst\""))).isEmpty();
        assertThat(ids(find(jan, "wortel or lawaai"))).hasSize(2);
        assertThat(ids(find(jan, "boom -groendienst -theo -wortels"))).isEmpty();
        assertThat(ids(find(jan, "lawaai -boom"))).containsExactly(other.id().value());
        assertThat(ids(find(jan, "boom buurman"))).containsExactly(tree.id().value());
        assertThat(ids(find(jan, tree.number().display()))).containsExactly(tree.id().value());
        assertThat(find(jan, "groendienst").page().rows().getFirst().snippet())
                .contains(new Piece("groendienst", true));
    }

    @Test
    void aSlipOfThePenIsForgiven() {
        TestAuthority here = town();
        Caller jan = towns.person(here, StandardRole.CASE_HANDLER);
        CaseFile file = opened(jan, here, "Vraag", "Wanneer komt de veegmachine in de straat?");
        Callers.run(Caller.service("test"), () -> search.learn(10_000));

        CaseFindings found = find(jan, "veegmachiene");

        assertThat(found.meant()).isTrue();
        assertThat(ids(found)).containsExactly(file.id().value());
        assertThat(find(jan, "veegmachine").meant()).isFalse();
    }

    @Test
    void whatGoesToAnotherUnitIsFoundThereAndNoLongerHere() {
        TestAuthority here = town();
        var closed =
                Callers.as(
                        here.administrator(),
                        () -> units.open("Sociale dienst", Optional.empty()).id());
        Caller jan = towns.person(here, StandardRole.CASE_HANDLER);
        Caller an = towns.person(here, StandardRole.CASE_HANDLER, Optional.of(closed));
        CaseFile file =
                opened(jan, here, "Schuldbemiddeling", "Brief", Confidentiality.CONFIDENTIAL);
        Callers.run(jan, () -> cases.addNote(file.id(), "Afbetalingsplan gevraagd"));
        assertThat(ids(find(an, "afbetalingsplan"))).isEmpty();

        Callers.run(jan, () -> cases.moveToUnit(file.id(), closed));

        assertThat(ids(find(an, "afbetalingsplan"))).containsExactly(file.id().value());
        assertThat(ids(find(an, "schuldbemiddeling"))).containsExactly(file.id().value());
        assertThat(ids(find(jan, "afbetalingsplan"))).isEmpty();
        assertThat(find(jan, "schuldbemiddeling").facets().get(Facet.Kind.UNIT)).isEmpty();
    }

    @Test
    void hostileQuestionsFindNothingAndBreakNothing() {
        TestAuthority here = town();
        Caller jan = towns.person(here, StandardRole.CASE_HANDLER);
        opened(jan, here, "Boom", "Boom");
        for (String words :
                List.of(
                        "\"",
                        "\"boom",
                        "- - -",
                        "or or",
                        "-boom",
                        "& | ! ( ) :*",
                        "@l1",
                        "@a" + here.authority().id(),
                        "\u0000",
                        "'; drop table cases.passage; --",
                        "a".repeat(10_000_000))) {
            CaseFindings found = find(jan, words);
            if (!words.contains("boom") || words.startsWith("-")) {
                assertThat(found.page().rows())
                        .as(words.substring(0, Math.min(20, words.length())))
                        .isEmpty();
            }
        }
        var strange = new Facet(Facet.Kind.TYPE, "x' | '@l3");
        assertThat(ids(find(jan, new CaseQuestion("boom", Set.of(strange), Set.of())))).isEmpty();
    }

    private TestAuthority town() {
        TestAuthority here = towns.found().municipality();
        Callers.run(here.administrator(), types::installStandard);
        return here;
    }

    private CaseFile opened(Caller who, TestAuthority here, String subject, String description) {
        return opened(who, here, subject, description, Confidentiality.INTERNAL);
    }

    private CaseFile opened(
            Caller who,
            TestAuthority here,
            String subject,
            String description,
            Confidentiality level) {
        return Callers.as(
                who,
                () ->
                        cases.open(
                                new OpenCase(
                                        CaseTypes.INFORMATION_QUESTION,
                                        subject,
                                        description,
                                        Optional.empty(),
                                        here.unit(),
                                        new OpenCase.Intake(
                                                Channel.DESK,
                                                LocalDate.of(2026, 11, 20),
                                                Optional.empty()),
                                        Optional.of(level))));
    }

    private CaseFindings find(Caller who, String words) {
        return find(who, new CaseQuestion(words, Set.of(), Set.of()));
    }

    private CaseFindings find(Caller who, CaseQuestion question) {
        return Callers.as(who, () -> caseSearch.search(question, ALL));
    }

    private static Set<UUID> ids(CaseFindings found) {
        return found.page().rows().stream()
                .map(one -> one.line().id().value())
                .collect(Collectors.toSet());
    }

    private static Set<UUID> ids(List<Known> known) {
        return known.stream().map(Known::id).collect(Collectors.toSet());
    }

    private static Map<String, Long> counts(CaseFindings found, Facet.Kind kind) {
        return found.facets().get(kind).stream()
                .collect(Collectors.toMap(one -> one.facet().value(), Counted::count));
    }

    private static Map<String, Long> counts(List<Known> right, Function<Known, String> value) {
        return right.stream().collect(Collectors.groupingBy(value, Collectors.counting()));
    }
}
