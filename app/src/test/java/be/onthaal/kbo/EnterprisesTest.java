// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.kbo;

import static org.assertj.core.api.Assertions.assertThat;

import be.onthaal.access.Caller;
import be.onthaal.access.Callers;
import be.onthaal.common.EnterpriseNumber;
import be.onthaal.common.EstablishmentNumber;
import be.onthaal.testing.OnthaalTest;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

@OnthaalTest
@Import(KboFixtures.class)
class EnterprisesTest {

    private static final EnterpriseNumber BAKERY = number(SmallExtract.BAKERY);
    private static final String GARAGE = "0400.000.185";
    private static final String PERSON = "0400.000.284";
    private static final String SCHOOL = "0400.000.383";
    private static final String GERMAN = "0400.000.482";

    @Autowired Enterprises enterprises;
    @Autowired KboFixtures kbo;

    private Caller clerk;

    @BeforeEach
    void load() {
        kbo.empty();
        kbo.load(
                SmallExtract.full(140)
                        .bakery()
                        .company(GARAGE, "Garage Van den Broeck & Zonen N.V.")
                        .at(GARAGE, "2640", "Mortsel", "Statielei")
                        .row(
                                "enterprise.csv",
                                "\"" + PERSON + "\",\"AC\",\"000\",\"1\",,,01-01-2010")
                        .named(PERSON, "001", "D’Hooge Benoît")
                        .row("establishment.csv", "\"2.000.000.141\",01-01-2010,\"" + PERSON + "\"")
                        .at("2.000.000.141", "2540", "Hove", "Kapelstraat")
                        .company(SCHOOL, "VZW Sint-Lucas Kunsthumaniora")
                        .company(GERMAN, "Müller Dachbau GmbH"));
        clerk = kbo.clerk();
    }

    @Test
    void anEnterpriseIsToldInFullInTheLanguageOfTheReader() {
        Enterprise bakery = find(BAKERY).orElseThrow();

        assertThat(bakery.name()).isEqualTo("Bakkerij Peeters BV");
        assertThat(bakery.status().in("nl")).isEqualTo("Actief");
        assertThat(bakery.status().in("fr")).isEqualTo("Actif");
        assertThat(bakery.situation().in("fr")).isEqualTo("Situation normale");
        assertThat(bakery.form().orElseThrow().in("nl")).isEqualTo("Besloten vennootschap");
        assertThat(bakery.form().orElseThrow().in("fr"))
                .isEqualTo("Société à responsabilité limitée");
        assertThat(bakery.kind().in("en")).isEqualTo("Rechtspersoon");
        assertThat(bakery.naturalPerson()).isFalse();
        assertThat(bakery.startedOn()).contains(LocalDate.of(1960, 8, 9));
        assertThat(bakery.names()).extracting(Denomination::name).contains("B.P.");
        assertThat(bakery.names().getFirst().language()).contains("nl");
        assertThat(bakery.addresses().getFirst().street().dutch()).isEqualTo("Mechelsesteenweg");
        assertThat(bakery.contacts().getFirst().value()).isEqualTo("03 449 00 00");
        assertThat(bakery.establishmentCount()).isEqualTo(1);
        Establishment shop = bakery.establishments().getFirst();
        assertThat(shop.names().getFirst().name()).isEqualTo("’t Broodhuisje");
        assertThat(shop.address().orElseThrow().postcode()).isEqualTo("2650");
        assertThat(establishment("2.000.000.042")).contains(shop);
    }

    @Test
    void whoOpensANaturalPersonLeavesAConsultation() {
        String seen = "select count(*) from audit.event where action = 'kbo.viewed'";
        String before = kbo.column(seen).getFirst();
        find(BAKERY);
        assertThat(kbo.column(seen)).containsExactly(before);

        assertThat(find(number(PERSON)).orElseThrow().naturalPerson()).isTrue();
        establishment("2.000.000.141");

        assertThat(kbo.column(seen)).containsExactly("" + (Integer.parseInt(before) + 2));
    }

    @Test
    void aVisitorOfAPublicPageSeesNothing() {
        Caller visitor = Caller.visitor(kbo.authority());

        assertThat(Callers.as(visitor, () -> enterprises.find(BAKERY))).isEmpty();
        assertThat(Callers.as(visitor, () -> enterprises.search("bakkerij", Optional.empty(), 10)))
                .isEmpty();
        assertThat(Callers.as(visitor, () -> enterprises.state()).shown()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0400.000.086",
                "0400000086",
                "BE 0400.000.086",
                "BTW BE0400000086",
                "400000086",
                "2.000.000.042",
                "2000000042",
                "0400.000.0",
                "BE 0400.00",
                "bakkerij peeters",
                "Peeters Bakkerij",
                "bakk",
                "peet",
                "BAKKERIJ PEETERS BVBA",
                "bakkerij peeters b.v.",
                "bakerij peeters",
                "bakkerij peters",
                "bakkery peetrs",
                "broodhuisje",
                "'t broodh",
                "t broodhuisje",
                "kerij peeters",
                "bp",
                "B.P."
            })
    void theBakeryIsFoundHoweverItIsTyped(String typed) {
        assertThat(search(typed)).extracting(EnterpriseFound::number).first().isEqualTo(BAKERY);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"benoit dhooge", "D'Hooge", "d hooge benoît", "Hooge Benoit", "hoge benoit"})
    void namesAreFoundWithOrWithoutAccents(String typed) {
        assertThat(search(typed))
                .extracting(EnterpriseFound::number)
                .first()
                .isEqualTo(number(PERSON));
    }

    @Test
    void othersAreFoundToo() {
        assertThat(names("garage vandenbroeck"))
                .first()
                .isEqualTo("Garage Van den Broeck & Zonen N.V.");
        assertThat(names("sint lucas vzw")).containsExactly("VZW Sint-Lucas Kunsthumaniora");
        assertThat(names("muller")).containsExactly("Müller Dachbau GmbH");
        assertThat(names("dachbau müller")).containsExactly("Müller Dachbau GmbH");
    }

    @Test
    void nothingIsMadeOfNothing() {
        assertThat(search("")).isEmpty();
        assertThat(search("   ")).isEmpty();
        assertThat(search("…!?")).isEmpty();
        assertThat(search("' | & ! ( ) :* \\ \u0000 ")).isEmpty();
        assertThat(search("xyzzyquux")).isEmpty();
        assertThat(search("a".repeat(100_000))).isEmpty();
    }

    @Test
    void aPostcodeIsThatOfTheSeatOrOfAnEstablishment() {
        assertThat(in("2640", "bakkerij")).extracting(EnterpriseFound::number).contains(BAKERY);
        assertThat(in("2650", "bakkerij")).extracting(EnterpriseFound::number).contains(BAKERY);
        assertThat(in("2640", "garaage")).hasSize(1);
        assertThat(in("9000", "bakkerij")).isEmpty();
        EnterpriseFound person = in("2540", "hooge").getFirst();
        assertThat(person.municipality().in("nl")).isEqualTo("Hove");
    }

    @Test
    void theEstablishmentThatWasMeantIsTold() {
        EnterpriseFound found = search("broodhuisje").getFirst();

        assertThat(found.name()).isEqualTo("Bakkerij Peeters BV");
        assertThat(found.foundBy()).isEqualTo("’t Broodhuisje");
        assertThat(found.establishment()).isEqualTo(EstablishmentNumber.parse("2.000.000.042"));
        assertThat(found.postcode()).isEqualTo("2650");
    }

    @Test
    void theStateTellsWhichExtractAndHowMuch() {
        var shown = Callers.as(clerk, () -> enterprises.state()).shown().orElseThrow();

        assertThat(shown.about().number()).isEqualTo(140);
        assertThat(shown.about().snapshotOn()).isEqualTo(LocalDate.of(2026, 10, 2));
        assertThat(shown.counts()).containsEntry("enterprise", 5L).containsEntry("address", 4L);
    }

    private Optional<Enterprise> find(EnterpriseNumber number) {
        return Callers.as(clerk, () -> enterprises.find(number));
    }

    private Optional<Establishment> establishment(String number) {
        return Callers.as(
                clerk,
                () -> enterprises.establishment(EstablishmentNumber.parse(number).orElseThrow()));
    }

    private List<EnterpriseFound> search(String typed) {
        return Callers.as(clerk, () -> enterprises.search(typed, Optional.empty(), 10));
    }

    private List<EnterpriseFound> in(String postcode, String typed) {
        return Callers.as(clerk, () -> enterprises.search(typed, Optional.of(postcode), 10));
    }

    private List<String> names(String typed) {
        return search(typed).stream().map(EnterpriseFound::name).toList();
    }

    private static EnterpriseNumber number(String text) {
        return EnterpriseNumber.parse(text).orElseThrow();
    }
}
