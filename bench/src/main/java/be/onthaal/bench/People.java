// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.bench;

import be.onthaal.party.matching.BlockingKeys;
import be.onthaal.party.matching.Profile;
import be.onthaal.party.matching.Trait;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * The customers of a generated town, with their numbers, what registers state of them, the ways to
 * reach them, and the keys by which the matching finds them.
 */
final class People {

    private static final int ORGANISATIONS = 8;
    private static final int AT_ONCE = 50_000;
    private static final Duration YEARS = Duration.ofDays(5 * 365);

    /** So many are remembered, for the cases that they have. */
    private static final int REMEMBERED = 300_000;

    private final Town town;
    private final Chance chance;
    private final Instant now;
    private final Population population;

    People(Town town, Chance chance, Instant now, int seed) {
        this.town = town;
        this.chance = chance;
        this.now = now;
        this.population = new Population(seed);
    }

    /** A customer, as far as cases need to know him. */
    record Person(String id, String name, String email) {}

    private record Known(
            String id, Instant since, boolean organisation, Population.Citizen citizen) {

        String name() {
            return organisation ? citizen.name() + " bv" : citizen.name();
        }
    }

    /** Makes so many, and gives those who may have cases. */
    List<Person> make(Connection connection, int count) throws SQLException {
        List<Person> remembered = new ArrayList<>();
        for (int made = 0; made < count; made += AT_ONCE) {
            List<Known> some = drawn(made, Math.min(count, made + AT_ONCE), count);
            write(connection, some);
            some.stream()
                    .limit(REMEMBERED - remembered.size())
                    .forEach(known ->
                            remembered.add(
                                    new Person(
                                            known.id(),
                                            known.name(),
                                            known.citizen()
                                                    .email()
                                                    .orElse(known.id() + "@post.example"))));
        }
        return remembered;
    }

    /** They became customers one after the other, through the years. */
    private List<Known> drawn(int from, int until, int count) {
        List<Known> some = new ArrayList<>(until - from);
        for (int i = from; i < until; i++) {
            long ago = (long) (YEARS.toMillis() * (1 - i / (double) count));
            Instant since = now.minusMillis(ago);
            some.add(
                    new Known(
                            chance.id(since),
                            since,
                            chance.happens(ORGANISATIONS),
                            population.next()));
        }
        return some;
    }

    private void write(Connection connection, List<Known> some) throws SQLException {
        try (Copy profiles =
                new Copy(
                        connection,
                        "party.profile (group_id, id, kind, name, locale, source, created_at,"
                                + " named_at)")) {
            some.forEach(known ->
                    profiles.row(
                            town.group(),
                            known.id(),
                            known.organisation() ? "ORGANISATION" : "PERSON",
                            known.name(),
                            chance.happens(12) ? "fr" : "nl",
                            "BENCH",
                            known.since(),
                            known.since()));
        }
        try (Copy met =
                new Copy(
                        connection,
                        "party.acquaintance (authority_id, group_id, party_id, since)")) {
            some.forEach(
                    known -> met.row(town.authority(), town.group(), known.id(), known.since()));
        }
        contactPoints(connection, some);
        List<Known> persons = some.stream().filter(known -> !known.organisation()).toList();
        numbers(connection, persons);
        details(connection, persons);
        keys(connection, persons);
    }

    private void contactPoints(Connection connection, List<Known> some) throws SQLException {
        try (Copy points =
                new Copy(
                        connection,
                        "party.contact_point"
                                + " (group_id, id, party_id, kind, value, normalised, source)")) {
            for (Known known : some) {
                known.citizen().email().ifPresent(email -> point(points, known, "EMAIL", email));
                known.citizen().phone().ifPresent(phone -> point(points, known, "PHONE", phone));
            }
        }
    }

    private void point(Copy points, Known known, String kind, String value) {
        points.row(town.group(), chance.id(now), known.id(), kind, value, value, "BENCH");
    }

    private void numbers(Connection connection, List<Known> persons) throws SQLException {
        try (Copy numbers =
                new Copy(
                        connection,
                        "party.identifier (group_id, scheme, value, party_id, source, stated_at)")) {
            persons.forEach(known ->
                    numbers.row(
                            town.group(),
                            "NATIONAL_NUMBER",
                            known.citizen().nationalNumber(),
                            known.id(),
                            "BENCH",
                            known.since()));
        }
    }

    private void details(Connection connection, List<Known> persons) throws SQLException {
        try (Copy details =
                new Copy(
                        connection,
                        "party.detail"
                                + " (group_id, id, party_id, kind, value, source, trust, stated_at)")) {
            for (Known known : persons) {
                Population.Citizen citizen = known.citizen();
                detail(details, known, "GIVEN_NAMES", citizen.given());
                detail(details, known, "FAMILY_NAME", citizen.family());
                detail(details, known, "BIRTH_DATE", citizen.born().toString());
                detail(details, known, "SEX", citizen.woman() ? "V" : "M");
                detail(details, known, "RESIDENCE", citizen.residence());
            }
        }
    }

    private void detail(Copy details, Known known, String kind, String value) {
        details.row(
                town.group(),
                chance.id(known.since()),
                known.id(),
                kind,
                value,
                "REGISTER",
                1,
                known.since());
    }

    private void keys(Connection connection, List<Known> persons) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(
                    "create temporary table if not exists written_key"
                            + " (group_id uuid, party_id uuid, key text) on commit drop");
        }
        try (Copy keys = new Copy(connection, "written_key (group_id, party_id, key)")) {
            for (Known known : persons) {
                BlockingKeys.of(profile(known.id(), known.citizen()))
                        .forEach(key -> keys.row(town.group(), known.id(), key));
            }
        }
        try (Statement statement = connection.createStatement()) {
            statement.execute(
                    "insert into party.matching_key (group_id, party_id, key)"
                            + " select distinct group_id, party_id, hashtextextended(key, 0)"
                            + " from written_key");
            statement.execute("truncate written_key");
        }
    }

    /** What the matching asks of him. */
    static Profile profile(String id, Population.Citizen citizen) {
        Profile profile =
                Profile.of(id)
                        .with(Trait.FAMILY_NAME, citizen.family())
                        .with(Trait.GIVEN_NAMES, citizen.given())
                        .with(Trait.BIRTH_DATE, citizen.born().toString())
                        .with(Trait.SEX, citizen.woman() ? "V" : "M")
                        .with(Trait.NATIONAL_NUMBER, citizen.nationalNumber())
                        .with(Trait.STREET, citizen.street())
                        .with(Trait.HOUSE_NUMBER, citizen.houseNumber())
                        .with(Trait.POSTCODE, citizen.postcode())
                        .with(Trait.MUNICIPALITY, citizen.municipality());
        return profile.with(Trait.EMAIL, citizen.email().orElse(""))
                .with(Trait.PHONE, citizen.phone().orElse(""));
    }
}
