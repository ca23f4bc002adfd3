// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.desk;

import static org.assertj.core.api.Assertions.assertThat;

import be.onthaal.access.Callers;
import be.onthaal.mail.FolderCheck;
import be.onthaal.mail.MailboxId;
import be.onthaal.mail.NothingLost;
import be.onthaal.mail.PostOffice;
import be.onthaal.organisation.StandardRole;
import be.onthaal.simulators.mail.MailTown;
import be.onthaal.testing.AsOwner;
import be.onthaal.testing.Browser;
import be.onthaal.testing.OnthaalTest;
import be.onthaal.testing.TownFixtures;
import be.onthaal.testing.TownFixtures.TestAuthority;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;

/** Where an administrator sees that no mail is lost. */
@OnthaalTest
@Import({DeskFixtures.class, PostOffice.class})
class NothingLostPagesTest {

    private static final String HOME = "/beheer/niets-verloren";
    private static MailTown mails;

    @Autowired DeskFixtures fixtures;
    @Autowired TownFixtures towns;
    @Autowired PostOffice office;
    @Autowired NothingLost lost;
    @Autowired AsOwner owner;
    @LocalServerPort int port;

    private TestAuthority here;
    private Browser administrator;
    private String address;
    private MailboxId mailbox;

    @BeforeAll
    static void startTown() {
        mails = MailTown.start(0, 0);
    }

    @AfterAll
    static void stopTown() {
        mails.close();
    }

    @BeforeEach
    void connect() {
        here = towns.found().municipality();
        administrator = fixtures.browser(port, here, StandardRole.ADMINISTRATOR);
        address = PostOffice.newAddress();
        mails.addUser(address, "geheim");
        mailbox = office.add(here, mails.imapUrl(), address, "geheim");
    }

    @AfterEach
    void closeOffice() {
        office.close();
    }

    @Test
    void whereAllThatTheServerHoldsIsHereItSaysSo() {
        read("Eén", "Twee", "Drie");

        Browser.Answer page = administrator.get(HOME);

        assertThat(page.body())
                .contains("Alles wat op de mailservers staat, is hier", "3 gezien, 3 bewaard")
                .doesNotContain("Els Maes")
                .doesNotContainPattern("\\[[A-Za-z]+\\.[A-Za-z.-]+\\]");
        assertThat(check()).extracting(FolderCheck::onServer).isEqualTo(3L);
        assertThat(administrator.get("/beheer").body()).contains(HOME);
    }

    @Test
    void whatIsMissingIsCountedAndComesInWhenTheFolderIsGoneThroughAgain() {
        read("Eén", "Twee", "Drie");
        owner.execute(
                ("delete from mail.sighting s where s.mailbox_id = '%1$s' and s.uid ="
                                + " (select max(uid) from mail.sighting where mailbox_id = '%1$s')")
                        .formatted(mailbox));
        office.open();
        await(1);

        String differs = administrator.get(HOME).body();
        administrator.post(HOME + "/" + mailbox + "/map", Map.of());
        await(0);

        assertThat(differs).contains("Niet alles klopt", "Kijk de hele map opnieuw na");
        assertThat(administrator.get(HOME).body()).contains("Alles wat op de mailservers staat");
        assertThat(office.ids(here, mailbox)).hasSize(3);
    }

    @Test
    void aNewNumberingIsComparedBesideTheOldOne() {
        read("Eén", "Twee");
        mails.renumber(address);
        office.open();
        until(() -> checks().size() == 2);

        assertThat(checks()).extracting(FolderCheck::missing).containsOnly(0L);
        assertThat(administrator.get(HOME).body()).contains("2 gezien, 2 bewaard");
    }

    @Test
    void whatWasNotReadSaysWhyAndIsTriedAgainWithoutBeingShown() {
        read("Geheim onderwerp");
        String id = office.ids(here, mailbox).getFirst().toString();
        owner.execute(
                "update mail.message set state = 'UNREADABLE', reason = 'out-of-time', entry_id = null"
                        + " where id = '"
                        + id
                        + "'");

        String page = administrator.get(HOME).body();
        Browser.Answer tried =
                administrator.post(HOME + "/" + mailbox + "/opnieuw", Map.of("mail", id));

        assertThat(page)
                .contains("Het lezen duurde te lang", "Probeer opnieuw")
                .doesNotContain("Geheim onderwerp", "Els Maes");
        assertThat(administrator.get(tried.location()).body())
                .contains("Onthaal probeert het opnieuw");
        assertThat(owner.column("select state from mail.message where id = '%s'".formatted(id)))
                .containsExactly("STORED");
        assertThat(
                        owner.column(
                                "select action from audit.event where authority_id = '%s'"
                                        .formatted(here.authority().id())))
                .contains("mail.mailbox-read-again");
    }

    @Test
    void onlyTheAdministratorOfTheAuthoritySeesAndDoesIt() {
        read("Eén");
        Browser clerk = fixtures.browser(port, here, StandardRole.FIRST_LINE);
        Browser stranger =
                fixtures.browser(port, towns.found().municipality(), StandardRole.ADMINISTRATOR);

        assertThat(clerk.get(HOME).status()).isEqualTo(403);
        assertThat(stranger.get(HOME).body()).doesNotContain(address);
        assertThat(stranger.post(HOME + "/" + mailbox + "/map", Map.of()).status()).isEqualTo(404);
        assertThat(stranger.post(HOME + "/" + mailbox + "/opnieuw", Map.of("all", "yes")).status())
                .isEqualTo(404);
    }

    private void read(String... subjects) {
        for (String subject : subjects) {
            mails.deliver(
                    address,
                    "From: Els Maes <els@elders.be>\nSubject: " + subject + "\n\nWanneer open?\n");
        }
        office.open();
        office.await(here, mailbox, subjects.length);
        until(() -> !checks().isEmpty());
        office.close();
    }

    private void await(long missing) {
        until(() -> check().missing() == missing);
    }

    private FolderCheck check() {
        return checks().getFirst();
    }

    private List<FolderCheck> checks() {
        return Callers.as(here.administrator(), lost::administered).getFirst().checks();
    }

    private static void until(BooleanSupplier done) {
        long end = System.nanoTime() + 60_000_000_000L;
        while (!done.getAsBoolean()) {
            assertThat(System.nanoTime()).as("in time").isLessThan(end);
            Thread.onSpinWait();
        }
    }
}
