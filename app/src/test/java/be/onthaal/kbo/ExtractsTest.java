// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.kbo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import be.onthaal.access.Caller;
import be.onthaal.access.Callers;
import be.onthaal.common.EnterpriseNumber;
import be.onthaal.common.Refused;
import be.onthaal.testing.OnthaalTest;
import be.onthaal.testing.Together;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

@OnthaalTest
@Import(KboFixtures.class)
class ExtractsTest {

    private static final String SECOND = "0400.000.185";
    private static final String THIRD = "0400.000.284";

    @Autowired Extracts extracts;
    @Autowired Enterprises enterprises;
    @Autowired KboFixtures kbo;

    @BeforeEach
    void empty() {
        kbo.empty();
    }

    @Test
    void aFullExtractTakesThePlaceOfTheOneBefore() {
        kbo.load(SmallExtract.full(140).bakery());
        Extract taken = kbo.load(SmallExtract.full(141).company(SECOND, "Garage Maes"));

        assertThat(taken.state()).isEqualTo(Extract.State.TAKEN);
        assertThat(taken.progress().finished()).hasSize(taken.progress().total());
        assertThat(names("bakkerij")).isEmpty();
        assertThat(names("garage")).containsExactly("Garage Maes");
        assertThat(kbo.leftovers()).isEmpty();
    }

    @Test
    void whatTheRegisterIsStaysWhenItIsRenewed() {
        String rules =
                "select string_agg(c.relname::text || ' ' || c.relrowsecurity || ' ' || coalesce(c.relacl::text, '')"
                        + " || ' ' || coalesce(obj_description(c.oid), '') || ' ' || coalesce((select"
                        + " string_agg(p.policyname::text || p.cmd || p.qual, ',') from pg_policies p where"
                        + " p.schemaname = 'kbo' and p.tablename = c.relname), '') || ' ' || coalesce("
                        + " (select string_agg(pg_get_indexdef(x.indexrelid), ',' order by"
                        + " x.indexrelid::regclass::text) from pg_index x where x.indrelid = c.oid), '')"
                        + " || ' ' || (select string_agg(k.conname::text || k.contype::text, ',' order by k.conname) from"
                        + " pg_constraint k where k.conrelid = c.oid), E'\\n' order by c.relname) from pg_class c"
                        + " where c.relnamespace = 'kbo'::regnamespace and c.relkind = 'r'";
        String before = kbo.column(rules).getFirst();

        kbo.load(SmallExtract.full(140).bakery());

        assertThat(kbo.column(rules)).containsExactly(before);
    }

    @Test
    void anUpdateTakesAwayFirstAndThenAdds() {
        kbo.load(SmallExtract.full(140).bakery().company(SECOND, "Garage Maes"));

        Extract taken =
                kbo.load(
                        SmallExtract.update(141)
                                .text(
                                        "enterprise_delete.csv",
                                        "\"EnterpriseNumber\"\n\"" + SECOND + "\"\n")
                                .text(
                                        "denomination_delete.csv",
                                        "\"EntityNumber\"\n\"%s\"\n\"%s\"\n"
                                                .formatted(SECOND, SmallExtract.BAKERY))
                                .text(
                                        "address_delete.csv",
                                        "\"EntityNumber\"\n\"" + SmallExtract.BAKERY + "\"\n")
                                .at(SmallExtract.BAKERY, "2530", "Boechout", "Heuvelstraat")
                                .named(SmallExtract.BAKERY, "001", "Bakkerij Janssens")
                                .company(THIRD, "Slagerij Claes")
                                .at(THIRD, "2640", "Mortsel", "Statielei"));

        assertThat(taken.counts())
                .containsEntry("enterprise", 2L)
                .containsEntry("denomination", 3L)
                .containsEntry("address", 3L);
        assertThat(names("garage")).isEmpty();
        assertThat(names("peeters")).isEmpty();
        assertThat(names("jansens")).containsExactly("Bakkerij Janssens");
        assertThat(in("2530", "bakkerij")).containsExactly("Bakkerij Janssens");
        assertThat(in("2650", "bakkerij")).containsExactly("Bakkerij Janssens");
        assertThat(in("2640", "bakkerij")).isEmpty();
        assertThat(in("2640", "slagerij")).containsExactly("Slagerij Claes");
        assertThat(find(SECOND)).isEmpty();
        assertThat(find(SmallExtract.BAKERY).orElseThrow().establishmentCount()).isEqualTo(1);
        assertThat(kbo.leftovers()).isEmpty();
        assertThat(number()).isEqualTo(141);
    }

    @Test
    void anUpdateThatMovesAnEstablishmentIsFoundAtItsNewPlace() {
        kbo.load(SmallExtract.full(140).bakery());

        kbo.load(
                SmallExtract.update(141)
                        .text("address_delete.csv", "\"EntityNumber\"\n\"2.000.000.042\"\n")
                        .at("2.000.000.042", "2550", "Kontich", "Mechelsesteenweg"));

        assertThat(in("2550", "broodhuisje")).containsExactly("Bakkerij Peeters BV");
        assertThat(in("2550", "bakkerij")).containsExactly("Bakkerij Peeters BV");
        assertThat(in("2650", "bakkerij")).isEmpty();
    }

    @Test
    void anUpdateGoesOnTheExtractBeforeItOnly() {
        assertThatThrownBy(() -> kbo.load(SmallExtract.update(140)))
                .extracting("code")
                .isEqualTo("kbo.full-first");
        kbo.load(SmallExtract.full(140).bakery());
        assertThatThrownBy(() -> kbo.load(SmallExtract.update(142)))
                .extracting("code")
                .isEqualTo("kbo.gap");
        assertThatThrownBy(() -> kbo.load(SmallExtract.update(140)))
                .extracting("code")
                .isEqualTo("kbo.older");
        assertThatThrownBy(() -> kbo.load(SmallExtract.full(139)))
                .extracting("code")
                .isEqualTo("kbo.older");

        kbo.load(SmallExtract.update(141));
        kbo.load(SmallExtract.full(141).bakery());
        kbo.load(SmallExtract.update(142));

        assertThat(number()).isEqualTo(142);
        assertThat(names("bakkerij")).hasSize(1);
    }

    @Test
    void anUpdateThatAddsWhatIsThereIsRefusedAndChangesNothing() {
        kbo.load(SmallExtract.full(140).bakery());

        Extract refused =
                kbo.load(
                        SmallExtract.update(141)
                                .text(
                                        "contact_delete.csv",
                                        "\"EntityNumber\"\n\"" + SmallExtract.BAKERY + "\"\n")
                                .company(SmallExtract.BAKERY, "Bakkerij Claes"));

        assertThat(refused.state()).isEqualTo(Extract.State.REFUSED);
        assertThat(refused.problem().orElseThrow().key())
                .isEqualTo("error.kbo.update-does-not-fit");
        assertThat(number()).isEqualTo(140);
        assertThat(find(SmallExtract.BAKERY).orElseThrow().contacts()).hasSize(1);
        assertThat(kbo.leftovers()).isEmpty();
    }

    @Test
    void theCodeFileDecidesWhichLanguageANumberIs() {
        kbo.load(
                SmallExtract.full(140)
                        .bakery()
                        .replace(
                                "code.csv",
                                "\"Language\",\"2\",\"NL\",\"Nederlands\"",
                                "\"Language\",\"9\",\"NL\",\"Nederlands\"")
                        .replace(
                                "code.csv",
                                "\"Language\",\"2\",\"FR\",\"néerlandais\"",
                                "\"Language\",\"2\",\"DE\",\"Deutsch\""));

        assertThat(find(SmallExtract.BAKERY).orElseThrow().names().getFirst().language())
                .contains("de");

        kbo.load(
                SmallExtract.full(141)
                        .bakery()
                        .replace("code.csv", "\"Language\",\"0\",\"FR\",\"inconnu\"\n", "")
                        .replace(
                                "code.csv",
                                "\"Language\",\"0\",\"NL\",\"Onbekend\"",
                                "\"Language\",\"2\",\"EN\",\"French\"")
                        .replace("code.csv", "\"Language\",\"2\",\"FR\",\"néerlandais\"\n", "")
                        .replace("code.csv", "\"Language\",\"2\",\"NL\",\"Nederlands\"\n", ""));

        assertThat(find(SmallExtract.BAKERY).orElseThrow().names().getFirst().language())
                .contains("fr");
    }

    @Test
    void ofManyWhoOfferAtTheSameTimeOneIsTaken() throws InterruptedException {
        List<Callable<Extract>> offers =
                IntStream.range(0, 6)
                        .<Callable<Extract>>mapToObj(
                                i -> () -> kbo.offer(SmallExtract.full(140).bakery()))
                        .toList();

        List<Object> answers = Together.run(offers);

        assertThat(answers).filteredOn(Extract.class::isInstance).hasSize(1);
        assertThat(answers)
                .filteredOn(Refused.class::isInstance)
                .hasSize(5)
                .extracting("code")
                .containsOnly("kbo.busy");
        kbo.finish();
        assertThat(names("bakkerij")).hasSize(1);
    }

    @Test
    void whoMayNotAdministerOffersNothing() {
        Caller clerk = kbo.clerk();

        assertThatThrownBy(() ->
                        Callers.as(
                                clerk,
                                () -> extracts.offer("x.zip", SmallExtract.full(1).stream())))
                .extracting("code")
                .isEqualTo("access.permission");
    }

    @Test
    void everyExtractIsInTheLog() {
        kbo.load(SmallExtract.full(140));

        assertThat(
                        kbo.column(
                                "select action from audit.event where subject_kind = 'EXTRACT' and subject_id ="
                                        + " (select id from kbo.extract) order by id"))
                .containsExactly("kbo.offered", "kbo.taken");
    }

    private int number() {
        return kbo.asImport(() -> enterprises.state()).shown().orElseThrow().about().number();
    }

    private Optional<Enterprise> find(String number) {
        return kbo.asImport(() -> enterprises.find(EnterpriseNumber.parse(number).orElseThrow()));
    }

    private List<String> names(String typed) {
        return kbo.asImport(() -> enterprises.search(typed, Optional.empty(), 10)).stream()
                .map(EnterpriseFound::name)
                .toList();
    }

    private List<String> in(String postcode, String typed) {
        return kbo.asImport(() -> enterprises.search(typed, Optional.of(postcode), 10)).stream()
                .map(EnterpriseFound::name)
                .toList();
    }
}
