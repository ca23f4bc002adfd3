// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.bench;

import be.onthaal.simulators.kbo.OpenData;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SplittableRandom;

/**
 * Searches as people type them, by the statement that the product sends, in a transaction that says
 * who asks, under the application's role: whole names, beginnings, single words, typing errors.
 */
final class KboSearches {

    private static final int WARM_UP = 500;
    private static final int FOUND = 20;

    /** The question of be.onthaal.kbo.internal.Finding. */
    private static final String SEARCH =
            """
            select hit.entity, hit.enterprise, hit.name,
                (select d.name from kbo.denomination d where d.entity_number = hit.enterprise
                 order by d.type, d.line limit 1),
                (select jsonb_agg(jsonb_build_array(a.postcode, a.municipality_nl, a.municipality_fr))
                 from (select x.postcode, x.municipality_nl, x.municipality_fr from kbo.address x
                       where x.entity_number in (hit.entity, hit.enterprise,
                           (select min(s.number) from kbo.establishment s
                            where s.enterprise_number = hit.enterprise))
                       order by (x.entity_number = hit.entity) desc,
                           (x.entity_number = hit.enterprise) desc, x.line
                       limit 1) a)
            from kbo.search(?, ?, ?, ?) hit
            order by hit.rank desc, hit.enterprise
            """;

    private final List<String> names;
    private final List<String> postcodes;
    private final int count;
    private final SplittableRandom chance;

    KboSearches(OpenData data, Options options) {
        names = data.someNames(20_000);
        postcodes = data.region().municipalities().stream().map(town -> town.postcode()).toList();
        count = options.searches();
        chance = new SplittableRandom(options.seed());
    }

    /** Something to look for. */
    private record Query(String kind, String[] words, Optional<String> postcode) {}

    Latencies measure(Path data) throws IOException, SQLException {
        var latencies = new Latencies();
        try (Connection connection = Store.asApplication(data)) {
            connection.setAutoCommit(false);
            try (Statement asTheProduct = connection.createStatement()) {
                asTheProduct.execute("set plan_cache_mode = force_generic_plan");
            }
            for (int i = 0; i < WARM_UP + count; i++) {
                Query query = next();
                long begin = System.nanoTime();
                ask(connection, query);
                if (i >= WARM_UP) {
                    latencies.record(query.kind(), System.nanoTime() - begin);
                }
            }
        }
        return latencies;
    }

    private static void ask(Connection connection, Query query) throws SQLException {
        try (Statement who = connection.createStatement()) {
            who.execute("select set_config('onthaal.kind', 'EMPLOYEE', true)");
        }
        try (PreparedStatement statement = connection.prepareStatement(SEARCH)) {
            Array words = connection.createArrayOf("text", query.words());
            statement.setArray(1, words);
            statement.setArray(2, connection.createArrayOf("text", new String[0]));
            statement.setString(3, query.postcode().orElse(null));
            statement.setInt(4, FOUND);
            try (ResultSet found = statement.executeQuery()) {
                while (found.next()) {
                    found.getString(3);
                }
            }
        }
        connection.commit();
    }

    private Query next() {
        String[] words = words(names.get(chance.nextInt(names.size())));
        int draw = chance.nextInt(100);
        if (draw < 20) {
            return new Query("whole", words, Optional.empty());
        }
        if (draw < 60) {
            return new Query("typing", beginning(words), Optional.empty());
        }
        if (draw < 70) {
            String word = words[chance.nextInt(words.length)];
            return new Query("word", new String[] {word}, Optional.empty());
        }
        if (draw < 85) {
            return new Query("error", mistyped(words), Optional.empty());
        }
        String postcode = postcodes.get(chance.nextInt(postcodes.size()));
        return new Query("postcode", beginning(words), Optional.of(postcode));
    }

    /** As somebody types: from three letters on. */
    private String[] beginning(String[] words) {
        String whole = String.join(" ", words);
        int typed = Math.min(whole.length(), 3 + chance.nextInt(Math.max(1, whole.length() - 2)));
        return whole.substring(0, typed).strip().split(" ");
    }

    private String[] mistyped(String[] words) {
        String[] typed = words.clone();
        int longest = 0;
        for (int i = 0; i < typed.length; i++) {
            longest = typed[i].length() > typed[longest].length() ? i : longest;
        }
        String word = typed[longest];
        int at = 1 + chance.nextInt(Math.max(1, word.length() - 1));
        typed[longest] =
                switch (chance.nextInt(3)) {
                    case 0 ->
                            word.substring(0, at) + word.substring(Math.min(word.length(), at + 1));
                    case 1 -> word.substring(0, at) + "e" + word.substring(at);
                    default ->
                            word.substring(0, at)
                                    + "x"
                                    + word.substring(Math.min(word.length(), at + 1));
                };
        return typed;
    }

    private static String[] words(String name) {
        return Normalizer.normalize(name.toLowerCase(Locale.ROOT), Normalizer.Form.NFKD)
                .replaceAll("\\p{M}", "")
                .replaceAll("[^\\p{L}\\p{N}]+", " ")
                .strip()
                .split(" ");
    }
}
