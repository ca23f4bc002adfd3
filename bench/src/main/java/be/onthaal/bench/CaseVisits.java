// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.bench;

import java.sql.SQLException;
import java.util.List;
import java.util.SplittableRandom;
import java.util.UUID;

/** What whoever handles cases opens all day: worklists, cases, and the texts he looks for. */
final class CaseVisits implements Visit.Round {

    static final List<String> LISTS =
            List.of("list", "list in another order", "list narrowed", "list further on");
    static final List<String> SEARCHES = List.of("words", "misspelled words");

    private static final int DRAWN = 5_000;
    private static final List<String> VIEWS =
            List.of("MINE", "TEAM", "UNASSIGNED", "OVERDUE", "ALL_OPEN", "CLOSED");
    private static final List<String> ORDERS = List.of("NEWEST_FIRST", "DUE_FIRST", "SUBJECT_A_Z");
    private static final List<String> CHANNELS = List.of("MAIL", "POST", "PHONE");

    private final SplittableRandom random;
    private final List<String> cases;
    private final List<String> words;

    CaseVisits(Store store, Town town, int seed) throws SQLException {
        random = new SplittableRandom(seed);
        UUID authority = UUID.fromString(town.authority());
        cases =
                store.column(
                        "select id from cases.case_file tablesample bernoulli (2)"
                                + " where authority_id = ? order by md5(id::text) limit ?",
                        authority,
                        DRAWN);
        words =
                store.column(
                        "select distinct w.word from cases.case_file c tablesample bernoulli (2),"
                                + " regexp_split_to_table(c.subject || ' ' || c.description,"
                                + " '[^[:alpha:]]+') as w (word)"
                                + " where c.authority_id = ? and length(w.word) >= 5 limit 2000",
                        authority);
    }

    @Override
    public Visit next() {
        int chance = random.nextInt(100);
        if (chance < 45) {
            return Visit.page("case", "/zaken/" + cases.get(random.nextInt(cases.size())));
        }
        if (chance < 70) {
            return Visit.page("list", "/zaken?view=" + pick(VIEWS));
        }
        if (chance < 77) {
            return Visit.page("list in another order", "/zaken?view=ALL_OPEN&sort=" + pick(ORDERS));
        }
        if (chance < 84) {
            return Visit.page(
                    "list narrowed", "/zaken?view=" + pick(VIEWS) + "&kanaal=" + pick(CHANNELS));
        }
        if (chance < 90) {
            return Visit.page(
                    "list further on", "/zaken?view=ALL_OPEN&pagina=" + (2 + random.nextInt(9)));
        }
        String word = pick(words);
        return chance < 98
                ? Visit.form("words", "/zaken/zoeken", "zoek", word + " " + pick(words))
                : Visit.form("misspelled words", "/zaken/zoeken", "zoek", mistyped(word));
    }

    private String mistyped(String word) {
        int at = 1 + random.nextInt(word.length() - 2);
        return word.substring(0, at) + word.substring(at + 1);
    }

    private <T> T pick(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }
}
