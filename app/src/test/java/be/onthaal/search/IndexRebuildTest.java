// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import be.onthaal.access.Caller;
import be.onthaal.access.Callers;
import be.onthaal.access.Confidentiality;
import be.onthaal.database.Ids;
import be.onthaal.organisation.StandardRole;
import be.onthaal.testing.AsOwner;
import be.onthaal.testing.OnthaalTest;
import be.onthaal.testing.TownFixtures;
import be.onthaal.testing.TownFixtures.TestAuthority;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionOperations;

@OnthaalTest
class IndexRebuildTest {

    @Autowired IndexRebuild rebuild;
    @Autowired Search search;
    @Autowired TownFixtures towns;
    @Autowired TransactionOperations transactions;
    @Autowired AsOwner owner;

    @Test
    void whileTheIndexesAreMadeAgainEverythingIsFoundAndWritten() {
        TestAuthority here = towns.found().municipality();
        Caller jan = towns.person(here, StandardRole.CASE_HANDLER);
        UUID before = written(jan, here, "Zandbak verplaatsen");
        List<String> made = new ArrayList<>();
        List<UUID> meanwhile = new ArrayList<>();
        rebuild.run(index -> {
            made.add(index.index());
            meanwhile.add(written(jan, here, "Zandbak nummer " + made.size()));
            assertThat(found(jan)).contains(before).containsAll(meanwhile);
        });
        assertThat(made).contains("search.entry_words", "cases.passage_words");
        assertThat(found(jan)).contains(before).containsAll(meanwhile);
    }

    @Test
    void whatABrokenRebuildLeftIsGoneAfterTheNext() {
        TestAuthority here = towns.found().municipality();
        Caller jan = towns.person(here, StandardRole.CASE_HANDLER);
        written(jan, here, "Eerste zandbak");
        written(jan, here, "Tweede zandbak");
        assertThatThrownBy(() ->
                        owner.execute(
                                "create unique index concurrently entry_words_ccnew"
                                        + " on search.entry (kind)"))
                .isInstanceOf(IllegalStateException.class);
        assertThat(leftovers()).containsExactly("1");
        rebuild.run(index -> {});
        assertThat(leftovers()).containsExactly("0");
    }

    private List<String> leftovers() {
        return owner.column("select count(*) from pg_index where not indisvalid");
    }

    private UUID written(Caller who, TestAuthority here, String title) {
        UUID ref = Ids.next();
        Callers.run(
                who,
                () ->
                        transactions.executeWithoutResult(status ->
                                search.put(
                                        new Findable(
                                                "CASE",
                                                ref,
                                                Optional.empty(),
                                                title,
                                                "",
                                                "",
                                                new Findable.Visibility(
                                                        Confidentiality.OPEN,
                                                        Optional.of(here.unit())),
                                                Instant.parse("2026-11-20T09:00:00Z")))));
        return ref;
    }

    private List<UUID> found(Caller who) {
        return Callers.as(who, () -> search.find("zandbak", List.of("CASE"), 50)).stream()
                .map(Found::ref)
                .toList();
    }
}
