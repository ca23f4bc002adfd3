// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.kbo;

import static org.assertj.core.api.Assertions.assertThat;

import be.onthaal.simulators.kbo.OpenData;
import be.onthaal.testing.OnthaalTest;
import be.onthaal.testing.TestPostgres;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.SQLWarning;
import java.sql.Statement;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

/** What PostgreSQL really does inside the search, asked by the application's role. */
@OnthaalTest
@Import(KboFixtures.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SearchPlanTest {

    @Autowired KboFixtures kbo;
    @Autowired DataSource dataSource;

    @BeforeAll
    void load() throws IOException {
        kbo.empty();
        var bytes = new ByteArrayOutputStream();
        OpenData.country(20_000, 11, 140).full(bytes);
        kbo.load(new ByteArrayInputStream(bytes.toByteArray()));
    }

    @Test
    void theBeginningOfANameIsReadFromItsIndex() throws SQLException {
        assertThat(plans("'{bakk}'", "null"))
                .contains("denomination_folded")
                .doesNotContain("Seq Scan");
        assertThat(plans("'{bakk}'", "'2000'"))
                .contains("denomination_place")
                .doesNotContain("Seq Scan");
    }

    @Test
    void wordsAnywhereAreReadFromTheirIndex() throws SQLException {
        assertThat(plans("'{zonen,peet}'", "null"))
                .contains("denomination_words")
                .contains("word_pkey")
                .doesNotContain("Seq Scan");
    }

    @Test
    void typingErrorsAreForgivenByAnIndexOfWords() throws SQLException {
        assertThat(plans("'{bkkrij,verzkeringn}'", "'2000'"))
                .contains("word_trigrams")
                .contains("denomination_words")
                .doesNotContain("Seq Scan");
    }

    @Test
    void anEnterpriseIsReadByItsKeysUnderTheRowRules() throws SQLException {
        assertThat(
                        explained(
                                "select 1 from kbo.enterprise e join kbo.denomination d on d.entity_number ="
                                        + " e.number join kbo.address a on a.entity_number = e.number where"
                                        + " e.number = 1000000097"))
                .contains("enterprise_pkey")
                .contains("denomination_pkey")
                .contains("address_pkey")
                .doesNotContain("Seq Scan");
    }

    private String plans(String tokens, String place) throws SQLException {
        return explained("select * from kbo.search(%s, '{}', %s, 20)".formatted(tokens, place));
    }

    /** The plans of a statement and of those inside the functions that it calls. */
    private String explained(String sql) throws SQLException {
        var server = TestPostgres.server();
        String url;
        try (Connection ours = dataSource.getConnection()) {
            url = ours.getMetaData().getURL();
        }
        try (Connection connection =
                        DriverManager.getConnection(url, server.superuser(), server.password());
                Statement statement = connection.createStatement()) {
            for (String setting :
                    new String[] {
                        "load 'auto_explain'",
                        "set auto_explain.log_min_duration = 0",
                        "set auto_explain.log_nested_statements = on",
                        "set auto_explain.log_level = notice",
                        "set auto_explain.log_analyze = on",
                        "set plan_cache_mode = force_generic_plan",
                        "set role onthaal_app",
                        "select set_config('onthaal.kind', 'EMPLOYEE', false)"
                    }) {
                statement.execute(setting);
            }
            statement.clearWarnings();
            statement.execute(sql);
            var plans = new StringBuilder();
            for (SQLWarning said = statement.getWarnings();
                    said != null;
                    said = said.getNextWarning()) {
                plans.append(said.getMessage()).append('\n');
            }
            return plans.toString();
        }
    }
}
