// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.bench;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Lets a town of any size have lived for five years: its people and cases by COPY, in one
 * transaction, beside what the demo already did. The newest four in a hundred cases are open.
 */
final class Generator {

    private static final int DAYS = 5 * 365;
    private static final int OPEN_OF_HUNDRED = 4;

    private final Store store;
    private final Options options;
    private final Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);

    Generator(Store store, Options options) {
        this.store = store;
        this.options = options;
    }

    /** Fills the town up to the asked size; one that is there already is left as it is. */
    void fill() throws SQLException {
        long before = store.count("select count(*) from cases.case_file");
        long known = store.count("select count(*) from party.profile");
        int wanted = (int) Math.max(0, options.cases() - before);
        int persons = (int) Math.max(0, options.persons() - known);
        if (wanted == 0 || persons == 0) {
            return;
        }
        System.err.printf("%,d people and %,d cases move in…%n", persons, wanted);
        long begin = System.nanoTime();
        store.connection().setAutoCommit(false);
        furtherTypes();
        Town town = Town.of(store);
        var chance = new Chance(options.seed());
        Bulk bulk = Bulk.into(store, "party", "search", "cases");
        var people =
                new People(town, chance, now, options.seed()).make(store.connection(), persons);
        List<Life> lives = lives(town, chance, people, wanted);
        new Histories(town, chance, store.connection()).write(lives);
        new Findings(town, store).write();
        bulk.done();
        count(town, lives);
        store.connection().commit();
        store.connection().setAutoCommit(true);
        store.execute("vacuum (analyze)");
        System.err.printf("moved in after %d s%n", seconds(begin));
    }

    /** A large town has a hundred types: the town's own ones, each a few times. */
    private void furtherTypes() throws SQLException {
        store.execute(
                """
                insert into cases.case_type (authority_id, code, version, state, valid_from, definition,
                    published_at, published_by)
                select t.authority_id, t.code || '-' || n, 1, 'PUBLISHED', t.valid_from, t.definition,
                    t.published_at, t.published_by
                from cases.case_type t
                join access.authority a on a.id = t.authority_id and a.slug = 'mortsel',
                    generate_series(1, 9) as n
                where t.state = 'PUBLISHED' and t.valid_until is null and t.version = 1
                    and t.code !~ '[0-9]$'
                on conflict (authority_id, code, version) do nothing
                """);
    }

    private List<Life> lives(Town town, Chance chance, List<People.Person> people, int count)
            throws SQLException {
        List<Instant> moments = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            moments.add(now.minus(Duration.ofSeconds(60 + chance.draw(DAYS * 86_400 - 60))));
        }
        moments.sort(Comparator.naturalOrder());
        Map<Integer, Integer> cases = last(town, "cases.counter", "");
        Map<Integer, Integer> entries =
                last(town, "post.register", " and direction = 'IN' and book = ''");
        List<Life> lives = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            boolean open = i >= count - count * OPEN_OF_HUNDRED / 100 || chance.draw(1_000) == 0;
            lives.add(life(new Drawn(town, chance, people), moments.get(i), open, cases, entries));
        }
        return lives;
    }

    private record Drawn(Town town, Chance chance, List<People.Person> people) {}

    private Life life(
            Drawn from,
            Instant openedAt,
            boolean open,
            Map<Integer, Integer> cases,
            Map<Integer, Integer> entries) {
        Chance chance = from.chance();
        String[] question = chance.question();
        boolean mailed = chance.happens(60);
        boolean written = mailed || chance.happens(15);
        int year = openedAt.atZone(java.time.ZoneId.of("Europe/Brussels")).getYear();
        Optional<Life.Entry> entry =
                written
                        ? Optional.of(
                                new Life.Entry(
                                        chance.id(openedAt),
                                        entries.merge(year, 1, Integer::sum),
                                        mailed
                                                ? Optional.of(chance.id(openedAt))
                                                : Optional.empty()))
                        : Optional.empty();
        Instant ended = openedAt.plus(Duration.ofHours(4 + chance.draw(30 * 24)));
        return new Life(
                chance.id(openedAt),
                cases.merge(year, 1, Integer::sum),
                new Life.Matter(
                        chance.pick(from.town().types()),
                        question[0],
                        question[1],
                        mailed ? "MAIL" : written ? "POST" : "PHONE"),
                chance.pick(from.people()),
                chance.pick(from.town().units()),
                chance.pick(from.town().employees()),
                openedAt,
                open ? Optional.empty() : Optional.of(ended.isBefore(now) ? ended : now),
                entry);
    }

    private Map<Integer, Integer> last(Town town, String table, String further)
            throws SQLException {
        Map<Integer, Integer> last = new HashMap<>();
        store.rows(
                        "select year, last_number from "
                                + table
                                + " where authority_id = ?"
                                + further,
                        UUID.fromString(town.authority()))
                .forEach(row -> last.put(Integer.valueOf(row.get(0)), Integer.valueOf(row.get(1))));
        return last;
    }

    /** The registers go on after the last generated number. */
    private void count(Town town, List<Life> lives) throws SQLException {
        Map<Integer, Integer> cases = new HashMap<>();
        Map<Integer, Integer> entries = new HashMap<>();
        for (Life life : lives) {
            cases.merge(life.year(), life.number(), Math::max);
            life.entry()
                    .ifPresent(entry -> entries.merge(life.year(), entry.sequence(), Math::max));
        }
        for (Map.Entry<Integer, Integer> year : cases.entrySet()) {
            store.execute(
                    "insert into cases.counter values ('%s', %d, %d) on conflict (authority_id, year) do update set last_number = excluded.last_number"
                            .formatted(town.authority(), year.getKey(), year.getValue()));
        }
        for (Map.Entry<Integer, Integer> year : entries.entrySet()) {
            store.execute(
                    "insert into post.register (authority_id, direction, year, last_number) values ('%s', 'IN', %d, %d) on conflict (authority_id, book, direction, year) do update set last_number = excluded.last_number"
                            .formatted(town.authority(), year.getKey(), year.getValue()));
        }
    }

    private static long seconds(long begin) {
        return Duration.ofNanos(System.nanoTime() - begin).toSeconds();
    }
}
