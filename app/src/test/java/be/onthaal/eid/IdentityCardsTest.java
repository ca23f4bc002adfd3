// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.eid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import be.onthaal.access.Caller;
import be.onthaal.access.Callers;
import be.onthaal.common.NationalNumber;
import be.onthaal.common.OnthaalException;
import be.onthaal.organisation.StandardRole;
import be.onthaal.simulators.eid.CardStatus;
import be.onthaal.simulators.eid.EidCard;
import be.onthaal.simulators.eid.EidIssuer;
import be.onthaal.simulators.eid.EidIssuer.Use;
import be.onthaal.testing.AsOwner;
import be.onthaal.testing.MovableClock;
import be.onthaal.testing.OnthaalTest;
import be.onthaal.testing.TownFixtures;
import be.onthaal.testing.TownFixtures.Town;
import java.nio.file.Path;
import java.time.Duration;
import org.jooq.DSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionOperations;

/** An identity card on the counter: believed when it is real, new, and answers what we asked. */
@OnthaalTest
class IdentityCardsTest {

    private static final String HERE = "https://onthaal.mortsel.example";
    private static final String NUMBER = "85073003328";

    @Autowired TownFixtures towns;
    @Autowired DSLContext sql;
    @Autowired TransactionOperations transactions;
    @Autowired be.onthaal.audit.Audit audit;
    @Autowired MovableClock clock;
    @Autowired AsOwner owner;
    @TempDir Path folder;

    private final EidIssuer issuer = EidIssuer.called("Citizen CA 202601");
    private final EidCard card =
            issuer.issue("Wouter Jan", "Van den Bossche", NUMBER, Use.SIGNING_IN);
    private Town town;
    private Caller host;

    @BeforeEach
    void found() {
        town = towns.found();
        host = towns.person(town.municipality(), StandardRole.FIRST_LINE);
    }

    @AfterEach
    void free() {
        clock.free();
    }

    @Test
    void whoseCardItIsStandsOnIt() {
        CardHolder holder = read(cards(HERE + "/"), card, HERE);

        assertThat(holder.number()).isEqualTo(new NationalNumber(NUMBER));
        assertThat(holder.givenNames()).isEqualTo("Wouter Jan");
        assertThat(holder.name()).isEqualTo("Wouter Van den Bossche");
        assertThat(holder.checked()).isFalse();
        assertThat(
                        owner.column(
                                "select action from audit.event where authority_id = '%s'"
                                        .formatted(town.municipality().authority().id())))
                .contains("eid.card-read");
    }

    @Test
    void aNameWithAccentsIsReadAsItIsWritten() {
        EidCard accents = issuer.issue("Zoë Ångström", "D’Haène, ‘t Kint", NUMBER, Use.SIGNING_IN);

        CardHolder holder = read(cards(HERE), accents, HERE);

        assertThat(holder.givenNames()).isEqualTo("Zoë Ångström");
        assertThat(holder.familyName()).isEqualTo("D’Haène, ‘t Kint");
    }

    @Test
    void aCardAnswersOnceAndOnlyWhoAsked() {
        IdentityCards cards = cards(HERE);
        String nonce = Callers.as(host, cards::challenge);
        Caller other = towns.person(town.municipality(), StandardRole.FIRST_LINE);

        refused(cards, other, shown(card, HERE, nonce), "eid.late");
        assertThat(Callers.as(host, () -> cards.read(shown(card, HERE, nonce)))).isNotNull();
        refused(cards, host, shown(card, HERE, nonce), "eid.late");
    }

    @Test
    void anAnswerAfterFiveMinutesIsTooLate() {
        IdentityCards cards = cards(HERE);
        String nonce = Callers.as(host, cards::challenge);
        clock.advance(Duration.ofMinutes(6));

        refused(cards, host, shown(card, HERE, nonce), "eid.late");
    }

    @Test
    void whatWasSignedForAnotherSiteIsNotBelieved() {
        IdentityCards cards = cards(HERE);
        String nonce = Callers.as(host, cards::challenge);

        refused(cards, host, shown(card, "https://elders.example", nonce), "eid.not-believed");
    }

    @Test
    void whatWasSignedForAnotherQuestionIsNotBelieved() {
        IdentityCards cards = cards(HERE);
        String nonce = Callers.as(host, cards::challenge);
        EidCard.Token old = card.sign(HERE, "een vraag van gisteren");

        refused(
                cards,
                host,
                new ShownCard(
                        old.format(), old.certificate(), old.algorithm(), old.signature(), nonce),
                "eid.not-believed");
    }

    @Test
    void aCardOfAnIssuerWithTheSameNameAndAnotherKeyIsNotBelieved() {
        EidCard forged =
                EidIssuer.called("Citizen CA 202601")
                        .issue("Wouter", "Van den Bossche", NUMBER, Use.SIGNING_IN);

        refused(forged, "eid.not-believed");
    }

    @ParameterizedTest
    @CsvSource({
        "SIGNING_DOCUMENTS, eid.not-believed",
        "EXPIRED, eid.expired",
        "NO_NUMBER, eid.no-number"
    })
    void aCertificateForAnotherUseOrPastOrWithoutNumberIsRefused(Use use, String why) {
        refused(issuer.issue("Wouter", "Van den Bossche", NUMBER, use), why);
    }

    @Test
    void aNumberWithWrongCheckDigitsIsNone() {
        refused(
                issuer.issue("Wouter", "Van den Bossche", "85073003329", Use.SIGNING_IN),
                "eid.no-number");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "none", "HS256", "ES256", "RS256", "es384"})
    void anAlgorithmThatIsNotTheCardsIsRefused(String algorithm) {
        IdentityCards cards = cards(HERE);
        String nonce = Callers.as(host, cards::challenge);
        EidCard.Token token = card.sign(HERE, nonce);

        refused(
                cards,
                host,
                new ShownCard(
                        token.format(), token.certificate(), algorithm, token.signature(), nonce),
                "eid.not-believed");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "AAAA", "geen base 64!", "MIIB", "\u0000"})
    void nonsenseIsRefusedAndNothingBreaks(String nonsense) {
        IdentityCards cards = cards(HERE);
        String first = Callers.as(host, cards::challenge);
        String second = Callers.as(host, cards::challenge);
        EidCard.Token token = card.sign(HERE, first);

        refused(
                cards,
                host,
                new ShownCard("web-eid:1.0", nonsense, "ES384", token.signature(), first),
                "eid.not-believed");
        refused(
                cards,
                host,
                new ShownCard("web-eid:1.0", token.certificate(), "ES384", nonsense, second),
                "eid.not-believed");
    }

    @Test
    void whoMayNotMakeCustomersReadsNoCards() {
        Caller reader = towns.person(town.municipality(), StandardRole.READER);
        IdentityCards cards = cards(HERE);

        assertThatThrownBy(() -> Callers.as(reader, cards::challenge))
                .isInstanceOf(OnthaalException.class);
    }

    @Test
    void anIssuerThatDoesNotSayWhetherACardWasStoppedKeepsNobodyWaiting() {
        var asking = new EidSettings(file(), HERE, true, Duration.ofSeconds(1));

        assertThat(read(cards(asking), card, HERE).checked()).isFalse();
    }

    @Test
    void aCardOfWhichTheIssuerSaysThatItIsAliveIsChecked() {
        try (CardStatus status = CardStatus.start("Citizen CA 202602")) {
            assertThat(read(asking(status), alive(status), HERE).checked()).isTrue();
        }
    }

    @Test
    void aCardThatItsIssuerStoppedIsRefused() {
        try (CardStatus status = CardStatus.start("Citizen CA 202602")) {
            status.stop(true);
            IdentityCards cards = asking(status);
            String nonce = Callers.as(host, cards::challenge);

            refused(cards, host, shown(alive(status), HERE, nonce), "eid.stopped");
        }
    }

    @Test
    void anIssuerThatIsTooSlowKeepsNobodyWaiting() {
        try (CardStatus status = CardStatus.start("Citizen CA 202602")) {
            status.delay(Duration.ofSeconds(20));

            assertThat(read(asking(status), alive(status), HERE).checked()).isFalse();
        }
    }

    private IdentityCards asking(CardStatus status) {
        Path file = folder.resolve("asked.pem");
        status.issuer().publish(file);
        return cards(new EidSettings(file.toString(), HERE, true, Duration.ofSeconds(2)));
    }

    private static EidCard alive(CardStatus status) {
        return status.issuer().issue("Wouter", "Van den Bossche", NUMBER, Use.SIGNING_IN);
    }

    @Test
    void withoutIssuersThereIsNoButton() {
        var none = new EidSettings("", HERE, true, Duration.ofSeconds(1));

        assertThat(cards(none).isOffered()).isFalse();
        assertThat(cards(HERE).isOffered()).isTrue();
    }

    private void refused(EidCard shown, String code) {
        IdentityCards cards = cards(HERE);
        String nonce = Callers.as(host, cards::challenge);
        refused(cards, host, shown(shown, HERE, nonce), code);
    }

    private static void refused(IdentityCards cards, Caller who, ShownCard shown, String code) {
        assertThatThrownBy(() -> Callers.as(who, () -> cards.read(shown)))
                .isInstanceOfSatisfying(
                        OnthaalException.class,
                        refusal -> assertThat(refusal.code()).isEqualTo(code));
    }

    private CardHolder read(IdentityCards cards, EidCard shown, String origin) {
        String nonce = Callers.as(host, cards::challenge);
        return Callers.as(host, () -> cards.read(shown(shown, origin, nonce)));
    }

    private static ShownCard shown(EidCard card, String origin, String nonce) {
        EidCard.Token token = card.sign(origin, nonce);
        return new ShownCard(
                token.format(), token.certificate(), token.algorithm(), token.signature(), nonce);
    }

    private IdentityCards cards(String origin) {
        return cards(new EidSettings(file(), origin, false, Duration.ofSeconds(1)));
    }

    private IdentityCards cards(EidSettings settings) {
        var tokens = new CardTokens(settings, new CardIssuers(settings, clock), clock);
        return new IdentityCards(sql, tokens, transactions, audit, clock) {
            @Override
            public String challenge() {
                return transactions.execute(status -> super.challenge());
            }
        };
    }

    private String file() {
        Path file = folder.resolve("issuers.pem");
        issuer.publish(file);
        return file.toString();
    }
}
