// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.routing;

import static org.assertj.core.api.Assertions.assertThat;

import be.onthaal.access.Caller;
import be.onthaal.access.Callers;
import be.onthaal.access.Sessions;
import be.onthaal.access.UnitId;
import be.onthaal.organisation.EmployeeId;
import be.onthaal.organisation.Employees;
import be.onthaal.organisation.StandardRole;
import be.onthaal.organisation.Units;
import be.onthaal.testing.AsOwner;
import be.onthaal.testing.Browser;
import be.onthaal.testing.OnthaalTest;
import be.onthaal.testing.TownFixtures;
import be.onthaal.testing.TownFixtures.TestAuthority;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Keeping the rules for mail as an administrator does it. */
@OnthaalTest
class RoutingPagesTest {

    private static final String HOME = "/beheer/routering";

    @Autowired TownFixtures towns;
    @Autowired Employees employees;
    @Autowired Sessions sessions;
    @Autowired RoutingRules rules;
    @Autowired Units units;
    @Autowired AsOwner owner;
    @LocalServerPort int port;

    private TestAuthority here;
    private Browser administrator;
    private UnitId waste;

    @BeforeEach
    void begin() {
        here = towns.found().municipality();
        administrator = browser(StandardRole.ADMINISTRATOR);
        waste = Callers.as(here.administrator(), () -> units.open("Milieu", Optional.empty()).id());
    }

    @Test
    void aRuleIsMadeMovedSwitchedOffAndRemoved() {
        assertThat(administrator.get(HOME).body()).contains("Er zijn nog geen regels");
        add("Alles", "", 0);
        add("Afval", "afval*\nvuil, grof vuil", 1);
        assertThat(administrator.get(HOME).body())
                .contains("Alle mail")
                .contains("Onderwerp bevat 'afval*', 'vuil', 'grof vuil'")
                .contains("Komt nooit aan de beurt: regel 1 (Alles)");

        administrator.post(at("Afval") + "/hoger", Map.of("revision", "2"));
        assertThat(names()).containsExactly("Afval", "Alles");
        assertThat(administrator.post(at("Afval") + "/lager", Map.of("revision", "2")).body())
                .contains("wijzigde de regels ondertussen");
        assertThat(names()).containsExactly("Afval", "Alles");

        administrator.post(at("Afval") + "/uit", Map.of("revision", "3"));
        assertThat(administrator.get(HOME).body()).contains("Uitgeschakeld");
        administrator.post(at("Afval") + "/weg", Map.of("revision", "4"));
        assertThat(names()).containsExactly("Alles");
    }

    @Test
    void whatIsRefusedStaysInTheFormWithWhatIsWrong() {
        Browser.Answer answer =
                administrator.post(
                        HOME + "/nieuw",
                        Map.of(
                                "name", "Mijn regel",
                                "subject", "a*b",
                                "target", waste.toString(),
                                "revision", "0"));

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.body())
                .contains("Een sterretje mag alleen op het einde")
                .contains("a*b")
                .contains("Mijn regel");
        assertThat(names()).isEmpty();
    }

    @Test
    void aRuleOfAUnitThatEndedHasASign() {
        add("Afval", "afval", 0);
        owner.execute(
                "update organisation.unit set closed_on = opened_on where id = '%s'"
                        .formatted(waste));

        assertThat(administrator.get(HOME).body()).contains("De dienst is gestopt");
        assertThat(administrator.get(at("Afval")).body()).contains("De dienst is gestopt");
    }

    @Test
    void whoReadsPostTriesTheRulesAndAnAdministratorAloneDoesNot() {
        add("Afval", "afval", 0);

        assertThat(browser(StandardRole.CASE_HANDLER).get(HOME + "/proef").body())
                .contains("Paste op geen enkele mail")
                .contains("geen mail die u mag zien");
        assertThat(administrator.get(HOME + "/proef").status()).isEqualTo(403);
        assertThat(administrator.get(HOME).body()).contains("Wie post mag lezen");
    }

    private void add(String name, String words, int revision) {
        Browser.Answer answer =
                administrator.post(
                        HOME + "/nieuw",
                        Map.of(
                                "name",
                                name,
                                "subject",
                                words,
                                "target",
                                waste.toString(),
                                "active",
                                "yes",
                                "revision",
                                String.valueOf(revision)));
        assertThat(answer.location()).contains("gedaan=routing-added");
    }

    private String at(String name) {
        UUID id =
                Callers.as(here.administrator(), rules::list).rules().stream()
                        .filter(rule -> rule.wish().name().equals(name))
                        .findFirst()
                        .orElseThrow()
                        .id();
        return HOME + "/" + id;
    }

    private java.util.List<String> names() {
        return Callers.as(here.administrator(), rules::list).rules().stream()
                .map(rule -> rule.wish().name())
                .toList();
    }

    private Browser browser(StandardRole role) {
        Caller person = towns.person(here, role);
        var id = new EmployeeId(person.employee().orElseThrow());
        String login = Callers.as(here.administrator(), () -> employees.get(id)).email().display();
        return Browser.signedIn(port, sessions, login);
    }
}
