// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.desk;

import static org.assertj.core.api.Assertions.assertThat;

import be.onthaal.access.Callers;
import be.onthaal.access.UnitId;
import be.onthaal.common.OpenInterval;
import be.onthaal.organisation.Employee;
import be.onthaal.organisation.Employees;
import be.onthaal.organisation.NewEmployee;
import be.onthaal.organisation.StandardRole;
import be.onthaal.organisation.UnitHours;
import be.onthaal.organisation.Units;
import be.onthaal.testing.Browser;
import be.onthaal.testing.MovableClock;
import be.onthaal.testing.OnthaalTest;
import be.onthaal.testing.TownFixtures;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;

/** What an administrator keeps of a unit and its people. */
@OnthaalTest
@Import(DeskFixtures.class)
class UnitPagesTest {

    private static final String TUESDAY_AT_TEN = "2026-11-24T09:00:00Z";

    @Autowired DeskFixtures fixtures;
    @Autowired TownFixtures towns;
    @Autowired UnitHours hours;
    @Autowired Units units;
    @Autowired Employees employees;
    @Autowired Clock clock;
    @LocalServerPort int port;

    private TownFixtures.TestAuthority here;
    private Browser administrator;
    private String page;

    @BeforeEach
    void signIn() {
        ((MovableClock) clock).set(Instant.parse(TUESDAY_AT_TEN));
        here = towns.found().municipality();
        administrator = fixtures.browser(port, here, StandardRole.ADMINISTRATOR);
        page = "/beheer/diensten/" + here.unit();
    }

    @AfterEach
    void freeClock() {
        ((MovableClock) clock).free();
    }

    @Test
    void theWeekIsTypedAndTold() {
        assertThat(administrator.get(page).body()).contains("nog niet ingevuld");

        administrator.post(page + "/uren", Map.of("TUESDAY", "9-12, 13.30-16"));

        assertThat(administrator.get(page).body())
                .contains("Nu open tot 12:00")
                .contains("9.00-12.00, 13.30-16.00");
    }

    @Test
    void aDateMayHaveOtherHoursAndThenAgainTheUsualOnes() {
        administrator.post(page + "/uren", Map.of("TUESDAY", "9-12"));
        var closed = LocalDate.of(2026, 11, 24);

        administrator.post(page + "/uren/dag", Map.of("date", "2026-11-24", "hours", ""));
        assertThat(open(closed)).isEmpty();
        assertThat(administrator.get(page).body()).contains("Nu gesloten");

        administrator.post(page + "/uren/dag/weg", Map.of("date", "2026-11-24"));
        assertThat(open(closed)).containsExactly(OpenInterval.of("09:00", "12:00"));
    }

    @Test
    void oneDateSaysNothingOfTheWeek() {
        administrator.post(page + "/uren/dag", Map.of("date", "2026-11-25", "hours", ""));

        assertThat(administrator.get(page).body()).contains("nog niet ingevuld");
    }

    @Test
    void whatIsUnclearOrOverlapsKeepsWhatWasThere() {
        administrator.post(page + "/uren", Map.of("MONDAY", "9-12"));

        assertThat(administrator.post(page + "/uren", Map.of("MONDAY", "altijd")).status())
                .isEqualTo(422);
        assertThat(administrator.post(page + "/uren", Map.of("MONDAY", "9-12, 11-13")).status())
                .isEqualTo(422);

        assertThat(open(LocalDate.of(2026, 11, 23)))
                .containsExactly(OpenInterval.of("09:00", "12:00"));
    }

    @Test
    void aUnitIsSplitAndItsHistoryTold() {
        String part = administrator.post(page + "/splits", Map.of("name", "Loket")).location();

        assertThat(administrator.get(part).body()).contains("Loket");
        assertThat(administrator.get(page).body()).contains("Gesplitst");
        assertThat(Callers.as(here.administrator(), units::list)).hasSize(2);
    }

    @Test
    void theLinkOfANewColleagueIsShownOnceAndWorks() {
        Employee colleague = somebody();
        String address = "/beheer/medewerkers/" + colleague.id();

        Browser.Answer shown = administrator.post(address + "/uitnodiging", Map.of());
        String link = shown.body().replaceAll("(?s).*(/uitnodiging/[A-Za-z0-9_-]{43}).*", "$1");

        assertThat(shown.headers()).containsEntry("cache-control", "no-store");
        assertThat(Browser.of(port).get(link).status()).isEqualTo(200);
        assertThat(administrator.get(address).body()).doesNotContain(link);
    }

    @Test
    void whoOpensAnotherAuthorityTooGetsNoPasswordFromOneAdministrator() {
        Employee colleague = somebody();
        TownFixtures.TestAuthority elsewhere = towns.found().municipality();
        Callers.run(
                elsewhere.administrator(),
                () ->
                        employees.hire(
                                new NewEmployee(colleague.name(), "Elders", colleague.email())));

        Browser.Answer answer =
                administrator.post(
                        "/beheer/medewerkers/" + colleague.id() + "/uitnodiging", Map.of());

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.body()).contains("ander bestuur").doesNotContain("/uitnodiging/");
    }

    @Test
    void anotherAuthoritysUnitIsNotThere() {
        Browser stranger =
                fixtures.browser(port, towns.found().municipality(), StandardRole.ADMINISTRATOR);

        assertThat(stranger.get(page).status()).isEqualTo(404);
        assertThat(stranger.post(page + "/uren", Map.of("MONDAY", "9-12")).status()).isEqualTo(404);
        assertThat(Callers.as(here.administrator(), () -> hours.of(here.unit()))).isEmpty();
    }

    private Employee somebody() {
        towns.person(here, StandardRole.FIRST_LINE);
        return Callers.as(here.administrator(), employees::list).getFirst();
    }

    private List<OpenInterval> open(LocalDate date) {
        UnitId unit = here.unit();
        return Callers.as(here.administrator(), () -> hours.of(unit)).orElseThrow().hoursOn(date);
    }
}
