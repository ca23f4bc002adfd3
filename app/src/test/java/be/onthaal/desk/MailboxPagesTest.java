// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.desk;

import static org.assertj.core.api.Assertions.assertThat;

import be.onthaal.access.Callers;
import be.onthaal.mail.Mailbox;
import be.onthaal.mail.MailboxId;
import be.onthaal.mail.Mailboxes;
import be.onthaal.organisation.StandardRole;
import be.onthaal.testing.Browser;
import be.onthaal.testing.OnthaalTest;
import be.onthaal.testing.TownFixtures;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;

/** Which mailboxes an administrator lets Onthaal read. */
@OnthaalTest
@Import(DeskFixtures.class)
class MailboxPagesTest {

    private static final String NEW = "/beheer/mailboxen/nieuw";
    private static final String PASSWORD = "geheim-van-de-mailserver";

    @Autowired DeskFixtures fixtures;
    @Autowired TownFixtures towns;
    @Autowired Mailboxes mailboxes;
    @LocalServerPort int port;

    private TownFixtures.TestAuthority here;
    private Browser administrator;

    @BeforeEach
    void signIn() {
        here = towns.found().municipality();
        administrator = fixtures.browser(port, here, StandardRole.ADMINISTRATOR);
    }

    @Test
    void aMailboxIsConnectedAndItsPasswordNotShown() {
        String page = administrator.post(NEW, typed()).location();

        assertThat(administrator.get(page).body())
                .contains("Stad Proef, Onthaal")
                .doesNotContain(PASSWORD);
        Mailbox kept = kept().getFirst();
        assertThat(kept.server())
                .isEqualTo(new Mailbox.Server("imaps://imap.proef.invalid:993", "lezer", "INBOX"));
        assertThat(administrator.get("/beheer").body()).contains("/beheer/mailboxen/" + kept.id());
    }

    @Test
    void whatIsWrongIsSaidAtItsFieldAndTheRestKept() {
        Map<String, String> typed = typed();
        typed.putAll(Map.of("host", "imaps://imap.proef.invalid", "port", "99999", "address", "x"));

        Browser.Answer answer = administrator.post(NEW, typed);

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.body())
                .contains("host-e", "port-e", "address-e", "Stad Proef, Onthaal")
                .doesNotContain("user-e", PASSWORD);
        assertThat(kept()).isEmpty();
    }

    @Test
    void anAddressThatIsReadIsNotReadTwice() {
        Map<String, String> typed = typed();
        administrator.post(NEW, typed);

        Browser.Answer answer = administrator.post(NEW, typed);

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.body()).contains("wordt al gelezen");
        assertThat(kept()).hasSize(1);
    }

    @Test
    void anotherServerAsksThePasswordAgain() {
        String page = administrator.post(NEW, typed()).location().replaceAll("\\?.*", "");
        Map<String, String> moved = typed();
        moved.putAll(Map.of("host", "mail.elders.invalid", "line", "imap", "port", "1143"));
        moved.put("password", "");

        assertThat(administrator.post(page + "/verbinding", moved).body()).contains("password-e");
        moved.put("password", PASSWORD);
        administrator.post(page + "/verbinding", moved);

        assertThat(kept().getFirst().server().url()).isEqualTo("imap://mail.elders.invalid:1143");
    }

    @Test
    void aMailboxRestsAndGoesOn() {
        String page = administrator.post(NEW, typed()).location().replaceAll("\\?.*", "");

        administrator.post(page + "/pauze", Map.of());
        assertThat(kept().getFirst().state()).isEqualTo(Mailbox.State.PAUSED);

        administrator.post(page + "/hervat", Map.of());
        assertThat(kept().getFirst().state()).isEqualTo(Mailbox.State.ACTIVE);
    }

    @Test
    void anotherAuthoritysMailboxIsNotThere() {
        administrator.post(NEW, typed());
        MailboxId id = kept().getFirst().id();
        Browser stranger =
                fixtures.browser(port, towns.found().municipality(), StandardRole.ADMINISTRATOR);

        assertThat(stranger.get("/beheer/mailboxen/" + id).status()).isEqualTo(404);
        assertThat(stranger.post("/beheer/mailboxen/" + id + "/pauze", Map.of()).status())
                .isEqualTo(404);
        assertThat(kept().getFirst().state()).isEqualTo(Mailbox.State.ACTIVE);
    }

    private List<Mailbox> kept() {
        return Callers.as(here.administrator(), mailboxes::list);
    }

    private Map<String, String> typed() {
        Map<String, String> typed = new HashMap<>();
        typed.put("unit", here.unit().toString());
        typed.put("address", "onthaal-" + UUID.randomUUID() + "@proef.invalid");
        typed.put("name", "Stad Proef, Onthaal");
        typed.put("level", "INTERNAL");
        typed.put("line", "imaps");
        typed.put("host", "imap.proef.invalid");
        typed.put("port", "");
        typed.put("user", "lezer");
        typed.put("password", PASSWORD);
        typed.put("folder", "INBOX");
        return typed;
    }
}
