// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.founding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import be.onthaal.access.Authority;
import be.onthaal.access.Caller;
import be.onthaal.access.Callers;
import be.onthaal.access.Invitations;
import be.onthaal.common.EmailAddress;
import be.onthaal.common.Refused;
import be.onthaal.common.Token;
import be.onthaal.organisation.Employee;
import be.onthaal.organisation.NewEmployee;
import be.onthaal.testing.Browser;
import be.onthaal.testing.MovableClock;
import be.onthaal.testing.OnthaalTest;
import be.onthaal.testing.TownFixtures;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** From an empty database to an administrator who signs in, without a demo. */
@OnthaalTest
class FoundingTest {

    private static final String PASSWORD = "vier woorden en een zin";

    @Autowired Founding founding;
    @Autowired Invitations invitations;
    @Autowired TownFixtures towns;
    @Autowired Clock clock;
    @LocalServerPort int port;

    private Authority authority;
    private Employee bram;
    private Browser nobody;

    @BeforeEach
    void found() {
        authority = towns.unfounded();
        assertThat(founding.found(authority, List.of("Onthaal", "Burgerzaken"))).hasSize(2);
        var email = new EmailAddress("bram." + authority.slug() + "@voorbeeld.be");
        bram = founding.administrator(authority, new NewEmployee("Bram", "Beheerder", email));
        nobody = Browser.of(port);
    }

    @AfterEach
    void freeClock() {
        ((MovableClock) clock).free();
    }

    @Test
    void theAdministratorChoosesAPasswordWithHisLinkAndSignsIn() {
        Token link = invited();

        assertThat(nobody.get("/uitnodiging/" + link.value()).status()).isEqualTo(200);
        String next = choose(link, PASSWORD, PASSWORD).location();
        assertThat(nobody.get(next).body()).contains("role=\"status\"");

        assertThat(signIn(PASSWORD).location()).isEqualTo("/");
        assertThat(signIn("iets heel anders").status()).isEqualTo(422);
    }

    @Test
    void aLinkWorksOnceAndForAWeek() {
        Token used = invited();
        choose(used, PASSWORD, PASSWORD);
        assertThat(choose(used, "een ander wachtwoord", "een ander wachtwoord").status())
                .isEqualTo(410);

        Token late = Callers.as(Caller.service("test"), () -> invitations.invite(bram.account()));
        ((MovableClock) clock).advance(Duration.ofDays(8));

        assertThat(nobody.get("/uitnodiging/" + late.value()).status()).isEqualTo(410);
        assertThat(choose(late, PASSWORD, PASSWORD).status()).isEqualTo(410);
    }

    @Test
    void anEarlierLinkEndsWithTheNextOne() {
        Token first = invited();
        invited();

        assertThat(choose(first, PASSWORD, PASSWORD).status()).isEqualTo(410);
    }

    @Test
    void whatIsTooShortOrDiffersIsAskedAgainAndKeepsTheLink() {
        Token link = invited();

        assertThat(choose(link, "kort", "kort").status()).isEqualTo(422);
        assertThat(choose(link, PASSWORD, PASSWORD + "!").status()).isEqualTo(422);
        String next = choose(link, PASSWORD, PASSWORD).location();
        assertThat(nobody.get(next).body()).contains("role=\"status\"");
    }

    @Test
    void anAdministratorInvitesNobodyWhoHasAPassword() {
        choose(invited(), PASSWORD, PASSWORD);
        TownFixtures.TestAuthority elsewhere = towns.found().municipality();

        assertThatThrownBy(() ->
                        Callers.run(
                                elsewhere.administrator(),
                                () -> invitations.invite(bram.account())))
                .isInstanceOf(Refused.class)
                .extracting(refused -> ((Refused) refused).code())
                .isEqualTo("access.has-password");
    }

    @Test
    void nonsenseIsALinkThatDoesNotWork() {
        assertThat(nobody.get("/uitnodiging/x").status()).isEqualTo(410);
        assertThat(
                        nobody.post(
                                        "/uitnodiging/x",
                                        Map.of("password", PASSWORD, "again", PASSWORD))
                                .status())
                .isEqualTo(410);
    }

    private Token invited() {
        return Callers.as(Caller.service("test"), () -> invitations.invite(bram.account()));
    }

    private Browser.Answer choose(Token link, String password, String again) {
        return nobody.post(
                "/uitnodiging/" + link.value(), Map.of("password", password, "again", again));
    }

    private Browser.Answer signIn(String password) {
        return nobody.post(
                "/aanmelden", Map.of("login", bram.email().value(), "password", password));
    }
}
