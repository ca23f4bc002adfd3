// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import be.onthaal.access.Callers;
import be.onthaal.cases.ReplyTemplate.Field;
import be.onthaal.common.OnthaalException;
import be.onthaal.organisation.StandardRole;
import be.onthaal.testing.OnthaalTest;
import be.onthaal.testing.TownFixtures;
import be.onthaal.testing.TownFixtures.TestAuthority;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@OnthaalTest
class ReplyTemplatesTest {

    @Autowired TownFixtures towns;
    @Autowired CaseTypes types;
    @Autowired ReplyTemplates templates;

    private TestAuthority here;

    @BeforeEach
    void foundTown() {
        here = towns.found().municipality();
        Callers.run(here.administrator(), types::installStandard);
    }

    @Test
    void theStandardTemplatesAreThereInThreeLanguages() {
        for (String locale : java.util.List.of("nl", "fr", "en")) {
            assertThat(Callers.as(here.administrator(), () -> templates.list(locale)))
                    .hasSize(2)
                    .allSatisfy(template -> assertThat(template.locale()).isEqualTo(locale));
        }
        assertThat(Callers.as(here.administrator(), () -> templates.list("de")))
                .extracting(ReplyTemplate::locale)
                .containsOnly("nl");
    }

    @Test
    void fieldsAreFilledInOnePass() {
        var filled =
                Callers.as(
                        here.administrator(),
                        () ->
                                templates.fill(
                                        "answer",
                                        "nl",
                                        Map.of(
                                                Field.CUSTOMER,
                                                "{{bestuur}} $1",
                                                Field.AUTHORITY,
                                                "Proefdorp")));

        assertThat(filled.body()).startsWith("Beste {{bestuur}} $1").endsWith("Proefdorp");
        assertThat(filled.subject()).isEqualTo("Uw vraag: ");
    }

    @Test
    void aFieldThatDoesNotExistIsRefused() {
        var wrong = new ReplyTemplate("eigen", "nl", "Eigen", "Betreft", "Beste {{naam}}");

        assertThatThrownBy(() -> Callers.run(here.administrator(), () -> templates.save(wrong)))
                .isInstanceOfSatisfying(
                        OnthaalException.class,
                        refusal -> {
                            assertThat(refusal.code()).isEqualTo("cases.template-field");
                            assertThat(refusal.arguments()).containsExactly("naam");
                        });
    }

    @Test
    void installingAgainKeepsWhatTheAuthorityChanged() {
        var own = new ReplyTemplate("answer", "nl", "Antwoord", "Betreft", "Onze eigen tekst");

        Callers.run(here.administrator(), () -> templates.save(own));
        Callers.run(here.administrator(), types::installStandard);

        var filled =
                Callers.as(here.administrator(), () -> templates.fill("answer", "nl", Map.of()));
        assertThat(filled.body()).isEqualTo("Onze eigen tekst");
    }

    @Test
    void aCaseHandlerMayNotChangeTemplates() {
        var handler = towns.person(here, StandardRole.CASE_HANDLER);
        var own = new ReplyTemplate("answer", "nl", "Antwoord", "Betreft", "Tekst");

        assertThatThrownBy(() -> Callers.run(handler, () -> templates.save(own)))
                .isInstanceOf(OnthaalException.class);
    }
}
