// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.cases;

import be.onthaal.access.Caller;
import be.onthaal.access.Callers;
import be.onthaal.access.Confidentiality;
import be.onthaal.access.UnitId;
import be.onthaal.common.Brussels;
import be.onthaal.common.Channel;
import be.onthaal.organisation.StandardRole;
import be.onthaal.organisation.Units;
import be.onthaal.party.NewParty;
import be.onthaal.party.Parties;
import be.onthaal.party.PartyId;
import be.onthaal.testing.AsOwner;
import be.onthaal.testing.TownFixtures;
import be.onthaal.testing.TownFixtures.TestAuthority;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.springframework.boot.test.context.TestConfiguration;

/** A town full of cases of every sort, with people who may see some of them. */
@TestConfiguration(proxyBeanMethods = false)
public class CasePopulation {

    static final List<String> WORDS =
            List.of("verhuis", "parking", "boom", "lawaai", "Coördinatie", "rijbewijs");
    private static final LocalDate FIRST = LocalDate.of(2026, 1, 5);

    private final TownFixtures towns;
    private final CaseTypes types;
    private final Cases cases;
    private final Parties parties;
    private final Units units;
    private final AsOwner owner;

    CasePopulation(
            TownFixtures towns,
            CaseTypes types,
            Cases cases,
            Parties parties,
            Units units,
            AsOwner owner) {
        this.towns = towns;
        this.types = types;
        this.cases = cases;
        this.parties = parties;
        this.units = units;
        this.owner = owner;
    }

    /** What the test knows of a case without asking. */
    public record Known(
            UUID id,
            String number,
            String type,
            List<String> words,
            CaseStatus status,
            String phase,
            UnitId unit,
            Optional<UUID> handler,
            Optional<PartyId> party,
            Channel channel,
            Confidentiality level,
            LocalDate due,
            Instant opened) {

        /** The rule: as confidential as the clearance allows, or of an own unit. */
        public boolean seenBy(Caller caller, TestAuthority where) {
            return caller.authority().equals(where.authority().id())
                    && (level.compareTo(caller.rights().clearance()) <= 0
                            || caller.rights().units().contains(unit));
        }

        LocalDate openedOn() {
            return Brussels.date(opened);
        }
    }

    /** A town with its people and what is known of its cases. */
    public record Populated(
            TestAuthority here,
            TestAuthority ocmw,
            List<UnitId> units,
            List<PartyId> parties,
            List<Caller> makers,
            List<Caller> people,
            List<Known> all) {}

    public Populated populate(long seed, int cases) {
        var chance = new Random(seed);
        TownFixtures.Town town = towns.found();
        TestAuthority here = town.municipality();
        Callers.run(here.administrator(), types::installStandard);
        Callers.run(
                here.administrator(),
                () -> {
                    var like = types.current(CaseTypes.INFORMATION_QUESTION).definition();
                    types.publish("tweede-soort", like);
                });
        UnitId closed =
                Callers.as(
                        here.administrator(),
                        () -> units.open("Sociale dienst", Optional.empty()).id());
        List<UnitId> places = List.of(here.unit(), closed);
        List<Caller> people = new ArrayList<>();
        for (StandardRole role : StandardRole.values()) {
            people.add(towns.person(here, role));
            people.add(towns.person(here, role, Optional.of(closed)));
        }
        people.add(towns.person(town.ocmw(), StandardRole.COORDINATOR));
        Caller maker = towns.person(here, StandardRole.COORDINATOR);
        List<PartyId> parties = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            var person = NewParty.person("Burger Nummer" + i, Optional.empty(), "EMPLOYEE");
            parties.add(Callers.as(maker, () -> this.parties.register(person)));
        }
        List<Caller> makers =
                places.stream()
                        .map(unit ->
                                towns.person(here, StandardRole.COORDINATOR, Optional.of(unit)))
                        .toList();
        List<Known> all = new ArrayList<>();
        var populated = new Populated(here, town.ocmw(), places, parties, makers, people, all);
        for (int i = 0; i < cases; i++) {
            all.add(one(chance, populated));
        }
        return populated;
    }

    private Known one(Random chance, Populated town) {
        UnitId unit = pick(chance, town.units());
        Caller maker = town.makers().get(town.units().indexOf(unit));
        List<String> words = List.of(pick(chance, WORDS), pick(chance, WORDS));
        Optional<PartyId> party =
                chance.nextInt(3) == 0
                        ? Optional.empty()
                        : Optional.of(pick(chance, town.parties()));
        var level = pick(chance, List.of(Confidentiality.values()).subList(1, 3));
        String type = pick(chance, List.of(CaseTypes.INFORMATION_QUESTION, "tweede-soort"));
        Channel channel = pick(chance, List.of(Channel.values()));
        CaseFile file =
                Callers.as(
                        maker,
                        () ->
                                cases.open(
                                        new OpenCase(
                                                type,
                                                String.join(" in de ", words),
                                                "Omschrijving",
                                                party,
                                                unit,
                                                new OpenCase.Intake(
                                                        channel, FIRST, Optional.empty()),
                                                Optional.of(level))));
        CaseStatus status = pick(chance, List.of(CaseStatus.values()));
        List<Caller> handlers =
                town.people().stream()
                        .filter(one -> one.authority().equals(town.here().authority().id()))
                        .toList();
        Optional<UUID> handler =
                chance.nextInt(3) == 0 ? Optional.empty() : pick(chance, handlers).employee();
        LocalDate due = FIRST.plusDays(chance.nextInt(500));
        Instant opened =
                Brussels.startOfDay(FIRST.plusDays(chance.nextInt(60)))
                        .plusSeconds(chance.nextInt(86_400));
        owner.execute(
                """
                update cases.case_file set due_on = '%s', opened_at = '%s', handler_id = %s,
                    handler_name = '%s', status = '%s' %s
                where id = '%s'
                """
                        .formatted(
                                due,
                                opened,
                                handler.map(id -> "'" + id + "'").orElse("null"),
                                handler.map(UUID::toString).orElse(""),
                                status,
                                status == CaseStatus.CLOSED
                                        ? ", closed_at = '%s', result_code = 'answered', retention_action = 'KEEP'"
                                                .formatted(
                                                        opened.plusSeconds(chance.nextInt(999_999)))
                                        : "",
                                file.id()));
        return new Known(
                file.id().value(),
                file.number().display(),
                type,
                words,
                status,
                file.progress().phase(),
                unit,
                handler,
                party,
                channel,
                level,
                due,
                opened);
    }

    static <T> T pick(Random chance, List<T> all) {
        return all.get(chance.nextInt(all.size()));
    }

    static <T> Set<T> some(Random chance, List<T> all) {
        return switch (chance.nextInt(4)) {
            case 0 -> Set.of(pick(chance, all));
            case 1 ->
                    Set.copyOf(
                            List.of(pick(chance, all), pick(chance, all)).stream()
                                    .distinct()
                                    .toList());
            default -> Set.of();
        };
    }
}
