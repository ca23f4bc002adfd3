// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.mail;

import static org.assertj.core.api.Assertions.assertThat;

import be.onthaal.access.Callers;
import be.onthaal.common.Digest;
import be.onthaal.testing.Dovecot;
import be.onthaal.testing.OnthaalTest;
import be.onthaal.testing.TownFixtures;
import be.onthaal.testing.TownFixtures.TestAuthority;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

@OnthaalTest
@Import(PostOffice.class)
class IntakeOverDovecotTest {

    private static Dovecot dovecot;

    @Autowired TownFixtures towns;
    @Autowired PostOffice office;
    @Autowired NothingLost lost;

    @BeforeAll
    static void startDovecot() {
        dovecot = Dovecot.start();
    }

    @AfterAll
    static void stopDovecot() {
        if (dovecot != null) {
            dovecot.close();
        }
    }

    @AfterEach
    void closeOffice() {
        office.close();
    }

    @Test
    void everyAwkwardMailComesInByteForByteAlsoAfterTheServerForgotItsNumbers() {
        TestAuthority here = towns.found().municipality();
        String address = PostOffice.newAddress();
        Corpus.all().forEach(mail -> dovecot.deliver(address, mail));
        Set<String> offered =
                Corpus.all().stream()
                        .map(IntakeOverDovecotTest::asSent)
                        .map(mail -> Digest.of(mail).hex())
                        .collect(Collectors.toSet());
        MailboxId id = office.add(here, dovecot.imapUrl(), address, Dovecot.PASSWORD);

        office.open();
        Mailbox.Tally first = office.await(here, id, offered.size());
        awaitChecks(here, 1);
        office.close();
        dovecot.forgetNumbers(address);
        dovecot.deliver(
                address, "Subject: Nieuw\n\nna het vergeten\n".getBytes(StandardCharsets.US_ASCII));
        office.open();
        Mailbox.Tally second = office.await(here, id, offered.size() + 1L);
        awaitChecks(here, 2);

        assertThat(first.stored()).isEqualTo(offered.size());
        assertThat(second.stored()).isEqualTo(offered.size() + 1L);
        assertThat(second.adds()).isTrue();
        assertThat(office.messages(here, id))
                .extracting(row -> row.get("sha256"))
                .containsAll(offered);
        assertThat(checks(here))
                .hasSize(2)
                .allSatisfy(check -> assertThat(check.missing()).isZero());
        for (Map<String, Object> message : office.messages(here, id)) {
            boolean read = "READ".equals(message.get("state"));
            assertThat(message.get(read ? "entry_id" : "reason")).isNotNull();
        }
        assertThat(
                        office.rows(
                                here.service(),
                                "select distinct uid_validity from mail.sighting where mailbox_id = '"
                                        + id
                                        + "'"))
                .hasSize(2);
    }

    /** A folder is counted after what was in it is stored. */
    private void awaitChecks(TestAuthority here, int folders) {
        Eventually.until(
                Duration.ofSeconds(60),
                () -> checks(here).toString(),
                () -> checks(here).size() >= folders);
    }

    private List<FolderCheck> checks(TestAuthority here) {
        return Callers.as(here.administrator(), lost::administered).getFirst().checks();
    }

    /** IMAP ends each line with both characters. */
    private static byte[] asSent(byte[] mail) {
        String text = new String(mail, StandardCharsets.ISO_8859_1);
        return text.replaceAll("(?<!\r)\n", "\r\n").getBytes(StandardCharsets.ISO_8859_1);
    }
}
