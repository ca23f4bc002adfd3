// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.bench;

import java.sql.SQLException;
import java.util.List;
import java.util.SplittableRandom;
import java.util.UUID;

/**
 * What employees open in a busy hour: the pages of the walk, with people and cases drawn at random.
 */
final class Visits implements Visit.Round {

    private static final int DRAWN = 5_000;

    private final SplittableRandom random;
    private final List<String> cases;
    private final List<String> parties;
    private final List<String> entries;
    private final List<String> words;

    Visits(Store store, Town town, int seed) throws SQLException {
        random = new SplittableRandom(seed);
        cases = drawn(store, town, "select id from cases.case_file where authority_id = ?");
        parties =
                drawn(
                        store,
                        town,
                        "select distinct party_id from cases.case_file where authority_id = ?"
                                + " and party_id is not null");
        entries = drawn(store, town, "select id from post.entry where authority_id = ?");
        words =
                store.column(
                        "select name from party.profile where group_id = ? order by md5(id::text)"
                                + " limit 500",
                        UUID.fromString(town.group()));
    }

    @Override
    public Visit next() {
        int chance = random.nextInt(100);
        if (chance < 10) {
            return Visit.page("today", "/");
        }
        if (chance < 22) {
            return Visit.page("inbox", "/postvak");
        }
        if (chance < 30) {
            return Visit.page("cases", "/zaken?view=TEAM");
        }
        if (chance < 35) {
            return Visit.page(
                    "open cases", "/zaken?view=ALL_OPEN&pagina=" + (1 + random.nextInt(9)));
        }
        if (chance < 60) {
            return Visit.page("case", "/zaken/" + pick(cases));
        }
        if (chance < 78) {
            return Visit.page("customer", "/klanten/" + pick(parties));
        }
        if (chance < 95) {
            return Visit.page("entry", "/post/" + pick(entries));
        }
        String word = pick(words).split(" ", 2)[0];
        return Visit.form("search", "/klanten", "q", word);
    }

    private String pick(List<String> from) {
        return from.get(random.nextInt(from.size()));
    }

    private static List<String> drawn(Store store, Town town, String query) throws SQLException {
        return store.column(
                "select id from (" + query + ") x (id) order by md5(id::text) limit " + DRAWN,
                UUID.fromString(town.authority()));
    }
}
