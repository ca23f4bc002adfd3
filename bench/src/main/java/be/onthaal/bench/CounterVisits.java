// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.bench;

import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.UUID;

/**
 * What is asked at a counter: somebody by his number, by his name as it was understood, by how he
 * is reached or where he lives; his page; and whether somebody new is known already.
 */
final class CounterVisits implements Visit.Round {

    static final List<String> SEARCHES =
            List.of(
                    "name",
                    "name and birth",
                    "beginning",
                    "slip",
                    "family name",
                    "number",
                    "telephone",
                    "e-mail",
                    "address");

    private static final int DRAWN = 5_000;

    private final SplittableRandom random;
    private final List<Person> people;

    CounterVisits(Store store, Town town, int seed) throws SQLException {
        random = new SplittableRandom(seed);
        people =
                store
                        .rows(
                                """
                                select p.id, g.value, f.value, b.value, i.value, r.value,
                                    max(c.value) filter (where c.kind = 'EMAIL'),
                                    max(c.value) filter (where c.kind = 'PHONE')
                                from (select x.group_id, x.id
                                      from party.profile x tablesample bernoulli (2)
                                      where x.group_id = ? and x.source = 'BENCH'
                                          and x.kind = 'PERSON'
                                      order by md5(x.id::text) limit ?) p
                                join party.detail g using (group_id)
                                join party.detail f using (group_id, party_id)
                                join party.detail b using (group_id, party_id)
                                join party.detail r using (group_id, party_id)
                                join party.identifier i using (group_id, party_id)
                                join party.contact_point c using (group_id, party_id)
                                where g.party_id = p.id and g.kind = 'GIVEN_NAMES'
                                    and f.kind = 'FAMILY_NAME' and b.kind = 'BIRTH_DATE'
                                    and r.kind = 'RESIDENCE'
                                group by p.id, g.value, f.value, b.value, i.value, r.value
                                having count(distinct c.kind) = 2
                                """,
                                UUID.fromString(town.group()),
                                DRAWN)
                        .stream()
                        .map(row ->
                                new Person(
                                        row.get(0),
                                        row.get(1),
                                        row.get(2),
                                        row.get(3),
                                        row.get(4),
                                        row.get(5),
                                        row.get(6),
                                        row.get(7)))
                        .toList();
    }

    private record Person(
            String id,
            String given,
            String family,
            String born,
            String number,
            String residence,
            String email,
            String phone) {

        String name() {
            return given + " " + family;
        }
    }

    @Override
    public Visit next() {
        Person person = people.get(random.nextInt(people.size()));
        int chance = random.nextInt(100);
        if (chance < 45) {
            return Visit.page("customer", "/klanten/" + person.id());
        }
        if (chance < 55) {
            return like(person);
        }
        return search(person, random.nextInt(100));
    }

    /** Somebody new whose mail and telephone differ from what we know. */
    private static Visit like(Person person) {
        String form =
                "kind=PERSON&locale=nl&name=%s&birth=%s&phone=%s"
                        .formatted(
                                Visit.encoded(person.name()),
                                Visit.encoded(person.born()),
                                Visit.encoded(person.phone()));
        return new Visit("likely", "/klanten/gelijkaardig", Optional.of(form));
    }

    private Visit search(Person person, int chance) {
        if (chance < 30) {
            return search("name", person.name());
        }
        if (chance < 42) {
            return search("name and birth", person.family() + " " + asWritten(person.born()));
        }
        if (chance < 54) {
            String given = person.given();
            return search(
                    "beginning",
                    person.family() + " " + given.substring(0, Math.min(3, given.length())));
        }
        if (chance < 66) {
            return search("slip", person.given() + " " + mistyped(person.family()));
        }
        if (chance < 72) {
            return search("family name", person.family());
        }
        if (chance < 82) {
            return search("number", person.number());
        }
        if (chance < 88) {
            return search("telephone", "0" + person.phone().substring(3));
        }
        if (chance < 93) {
            return search("e-mail", person.email());
        }
        return search("address", person.residence().replace(",", "").replaceAll(" \\d{4}", ""));
    }

    private static Visit search(String kind, String asked) {
        return Visit.form(kind, "/klanten", "q", asked);
    }

    private static String asWritten(String date) {
        String[] parts = date.split("-");
        return parts[2] + "/" + parts[1] + "/" + parts[0];
    }

    /** A letter too few, one too many, two changed places, or another one. */
    private String mistyped(String name) {
        String word = name.toLowerCase(Locale.ROOT);
        int at = 1 + random.nextInt(Math.max(1, word.length() - 2));
        return switch (random.nextInt(4)) {
            case 0 -> word.substring(0, at) + word.substring(at + 1);
            case 1 -> word.substring(0, at) + "e" + word.substring(at);
            case 2 ->
                    word.substring(0, at)
                            + word.charAt(Math.min(at + 1, word.length() - 1))
                            + word.charAt(at)
                            + word.substring(Math.min(at + 2, word.length()));
            default -> word.substring(0, at) + "o" + word.substring(at + 1);
        };
    }
}
