// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.bench;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The customers of a generated town, with the ways to reach them. */
final class People {

    private static final int ORGANISATIONS = 8;

    private final Town town;
    private final Chance chance;
    private final Instant now;

    People(Town town, Chance chance, Instant now) {
        this.town = town;
        this.chance = chance;
        this.now = now;
    }

    /** A customer, as far as cases need to know him. */
    record Person(String id, String name, String email) {}

    List<Person> make(Connection connection, int count) throws SQLException {
        List<Person> people = drawn(count);
        try (Copy profiles =
                new Copy(
                        connection,
                        "party.profile (group_id, id, kind, name, locale, source, created_at,"
                                + " named_at)")) {
            for (Person person : people) {
                boolean organisation = person.name().endsWith(" bv");
                profiles.row(
                        town.group(),
                        person.id(),
                        organisation ? "ORGANISATION" : "PERSON",
                        person.name(),
                        chance.happens(12) ? "fr" : "nl",
                        "BENCH",
                        now,
                        now);
            }
        }
        try (Copy known =
                new Copy(
                        connection,
                        "party.acquaintance (authority_id, group_id, party_id, since)")) {
            people.forEach(person -> known.row(town.authority(), town.group(), person.id(), now));
        }
        contactPoints(connection, people);
        return people;
    }

    private List<Person> drawn(int count) {
        List<Person> people = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            Instant since = now.minus(chance.draw(5 * 365), ChronoUnit.DAYS);
            String name = chance.name();
            String shown = chance.happens(ORGANISATIONS) ? name + " bv" : name;
            String local = name.toLowerCase(Locale.ROOT).replaceAll("[^a-z]+", ".");
            people.add(new Person(chance.id(since), shown, local + "." + i + "@post.example"));
        }
        return people;
    }

    private void contactPoints(Connection connection, List<Person> people) throws SQLException {
        try (Copy points =
                new Copy(
                        connection,
                        "party.contact_point"
                                + " (group_id, id, party_id, kind, value, normalised, source)")) {
            for (Person person : people) {
                points.row(
                        town.group(),
                        chance.id(now),
                        person.id(),
                        "EMAIL",
                        person.email(),
                        person.email(),
                        "BENCH");
                if (chance.happens(60)) {
                    String number = "+324%08d".formatted(chance.draw(100_000_000));
                    points.row(
                            town.group(),
                            chance.id(now),
                            person.id(),
                            "PHONE",
                            number,
                            number,
                            "BENCH");
                }
            }
        }
    }
}
