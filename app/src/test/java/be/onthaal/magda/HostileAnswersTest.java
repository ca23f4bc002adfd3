// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.magda;

import static org.assertj.core.api.Assertions.assertThat;

import be.onthaal.access.Authorities;
import be.onthaal.access.Caller;
import be.onthaal.access.Callers;
import be.onthaal.organisation.StandardRole;
import be.onthaal.party.register.Answer;
import be.onthaal.party.register.Notice;
import be.onthaal.party.register.Occasion;
import be.onthaal.party.register.RegisteredPerson;
import be.onthaal.simulators.magda.Flaw;
import be.onthaal.simulators.magda.Magda;
import be.onthaal.simulators.magda.TownNumbers;
import be.onthaal.testing.AsOwner;
import be.onthaal.testing.OnthaalTest;
import be.onthaal.testing.TownFixtures;
import be.onthaal.testing.TownFixtures.TestAuthority;
import be.onthaal.web.Texts;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Whatever comes back, somebody at the counter gets a sentence and the work goes on. */
@OnthaalTest
class HostileAnswersTest {

    @Autowired TownFixtures towns;
    @Autowired Ledger ledger;
    @Autowired Authorities authorities;
    @Autowired Clock clock;
    @Autowired AsOwner owner;
    @Autowired Texts texts;

    private Magda magda;
    private Connector connector;
    private TestAuthority here;
    private Caller caller;

    @BeforeEach
    void aTownIsConnected() {
        magda = Magda.start(0);
        here = towns.found().municipality();
        caller = towns.person(here, StandardRole.FIRST_LINE);
        connector =
                Connector.to(
                        magda, here.authority(), new Connector.Parts(ledger, authorities, clock));
    }

    @AfterEach
    void close() {
        magda.close();
    }

    @ParameterizedTest
    @CsvSource({
        "DROPPED, broken",
        "HTML, html",
        "GATEWAY_DOWN, http",
        "REDIRECT, http",
        "EMPTY, empty",
        "FAULT, fault",
        "TRUNCATED, xml",
        "ENTITY_BOMB, xml",
        "EXTERNAL_ENTITY, xml",
        "NO_SOAP, soap",
        "WRONG_NAMESPACE, namespace",
        "WRONG_VERSION, service",
        "WRONG_REFERENCE, reference",
        "WRONG_QUESTION, reference",
        "FIELD_MISSING, field",
        "DATE_WRONG, field",
        "HUGE, too-large",
        "DRIP, time-out"
    })
    void aWrongAnswerIsNoAnswer(Flaw flaw, String code) {
        magda.flaw(flaw);

        Answer<RegisteredPerson> answer = ask();

        assertThat(answer).isInstanceOf(Answer.Unavailable.class);
        Notice why = answer.notices().getFirst();
        assertThat(why.code()).isEqualTo(code);
        for (String locale : List.of("nl", "fr", "en")) {
            assertThat(texts.in(locale).of(why.sentence()))
                    .doesNotContain("[magda")
                    .hasSizeGreaterThan(30);
        }
        assertThat(states()).containsExactly("UNANSWERED");
    }

    @Test
    void theSentenceNamesTheLineOrTheField() {
        magda.flaw(Flaw.TRUNCATED, 1);
        String line = texts.dutch().of(ask().notices().getFirst().sentence());
        magda.flaw(Flaw.FIELD_MISSING, 1);
        String field = texts.dutch().of(ask().notices().getFirst().sentence());
        magda.flaw(Flaw.DATE_WRONG, 1);
        String date = texts.dutch().of(ask().notices().getFirst().sentence());

        assertThat(line).contains("geen geldige XML (regel 1)");
        assertThat(field).contains("Repliek/Antwoorden/Antwoord/Inhoud/Persoon/INSZ");
        assertThat(date).contains("Inhoud/Persoon/Naam/@DatumBegin");
    }

    @Test
    void anAnswerOfTheQuestionBeforeIsNotTaken() {
        ask();
        magda.flaw(Flaw.REPEATED, 1);

        Answer<RegisteredPerson> answer = ask();

        assertThat(answer.notices().getFirst().code()).isEqualTo("reference");
    }

    @Test
    void theOrderOfThePartsDoesNotMatter() {
        Answer<RegisteredPerson> before = ask();
        magda.flaw(Flaw.REORDERED, 1);

        Answer<RegisteredPerson> answer = ask();

        assertThat(answer).isEqualTo(before);
    }

    @Test
    void aQuestionThatTheSchemaRefusesIsToldAsSuch() {
        magda.flaw(Flaw.FAULT_10001);

        Answer<RegisteredPerson> answer = ask();

        assertThat(answer).isInstanceOf(Answer.Refused.class);
        assertThat(answer.notices().getFirst().code()).isEqualTo("10001");
        assertThat(states()).containsExactly("FAILED");
    }

    @Test
    void anEntityBombTakesNoTimeAndNothingIsFetched() {
        magda.flaw(Flaw.ENTITY_BOMB, 1);
        long start = System.nanoTime();

        ask();

        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(1));
    }

    private Answer<RegisteredPerson> ask() {
        return Callers.as(
                caller,
                () ->
                        connector.persons.person(
                                TownNumbers.people().getFirst(), Occasion.of(Callers.current())));
    }

    private List<String> states() {
        return owner.column(
                "select state from magda.consultation where authority_id = '%s'"
                        .formatted(here.authority().id().value()));
    }
}
