// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.integration.smtp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import be.onthaal.common.EmailAddress;
import be.onthaal.dispatch.spi.MailDelayed;
import be.onthaal.dispatch.spi.OutgoingMail;
import be.onthaal.simulators.mail.MailTown;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class SmtpTransportTest {

    private static final String CUSTOMER = "els.maes@voorbeeld.be";
    private static final Duration SHORT = Duration.ofSeconds(2);
    private static MailTown town;

    @BeforeAll
    static void startTown() {
        town = MailTown.start(0, 0);
        town.addUser(CUSTOMER, "geheim");
    }

    @AfterAll
    static void stopTown() {
        town.close();
    }

    @Test
    void aMailArrivesAsItWasWritten() throws Exception {
        transport("127.0.0.1", town.smtpPort())
                .send(mail("Één vraag over de containerpark-uren – " + "lang ".repeat(40), true));

        String raw = town.mailOf(CUSTOMER).getLast();
        var message = message(raw);
        assertThat(message.getMessageID()).isEqualTo("<d.abc@proefdorp.be>");
        assertThat(message.getSubject()).startsWith("Één vraag over de containerpark-uren –");
        assertThat(message.getContent().toString()).contains("Beste Els,").contains("€ 5");
        assertThat(message.getFrom()[0].toString()).contains("onthaal@proefdorp.be");
        assertThat(message.getHeader("In-Reply-To")).containsExactly("<vraag@voorbeeld.be>");
        assertThat(message.getHeader("References")[0])
                .contains("<eerste@voorbeeld.be>")
                .contains("<vraag@voorbeeld.be>");
        assertThat(message.getHeader("Auto-Submitted")).containsExactly("auto-replied");
        assertThat(message.getContentType()).containsIgnoringCase("text/plain; charset=utf-8");
        assertThat(raw.substring(0, raw.indexOf("\r\n\r\n")).lines())
                .allMatch(l -> l.length() < 200);
    }

    @Test
    void aPersonsMailDoesNotSayItIsAutomatic() throws Exception {
        transport("127.0.0.1", town.smtpPort()).send(mail("Vraag", false));

        var message = message(town.mailOf(CUSTOMER).getLast());
        assertThat(message.getHeader("Auto-Submitted")).isNull();
    }

    /** It says that it has the mail, and hangs up before anybody can say goodbye. */
    @Test
    void aServerThatHangsUpAfterItTookTheMailHasTakenIt() throws Exception {
        try (var entrance = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Thread server = Thread.ofVirtual().start(() -> takeAndHangUp(entrance));
            transport("127.0.0.1", entrance.getLocalPort()).send(mail("Vraag", false));
            server.join();
        }
    }

    private static void takeAndHangUp(ServerSocket entrance) {
        try (Socket line = entrance.accept()) {
            line.setSoLinger(true, 0);
            var in =
                    new BufferedReader(
                            new InputStreamReader(
                                    line.getInputStream(), StandardCharsets.ISO_8859_1));
            var out = line.getOutputStream();
            out.write("220 proef\r\n".getBytes(StandardCharsets.US_ASCII));
            boolean inText = false;
            for (String said = in.readLine(); said != null; said = in.readLine()) {
                if (inText && !said.equals(".")) {
                    continue;
                }
                boolean begins = said.equals("DATA");
                out.write(
                        (begins ? "354 go on\r\n" : "250 OK\r\n")
                                .getBytes(StandardCharsets.US_ASCII));
                if (inText) {
                    return;
                }
                inText = begins;
            }
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }

    @Test
    void aServerThatIsAwayDelaysTheMail() {
        assertThatThrownBy(() -> transport("127.0.0.1", 1).send(mail("Vraag", false)))
                .isInstanceOf(MailDelayed.class);
        assertThatThrownBy(() -> transport("", 25).send(mail("Vraag", false)))
                .isInstanceOf(MailDelayed.class)
                .hasMessageContaining("onthaal.mail.smtp.host");
    }

    @Test
    void aServerWithoutTlsIsRefusedUnlessItIsAllowed() {
        var settings =
                new SmtpSettings(
                        "127.0.0.1",
                        town.smtpPort(),
                        "",
                        "",
                        SmtpSettings.Tls.STARTTLS,
                        SHORT,
                        SHORT);

        assertThatThrownBy(() -> new SmtpTransport(settings).send(mail("Vraag", false)))
                .isInstanceOf(MailDelayed.class);
    }

    static SmtpTransport transport(String host, int port) {
        return new SmtpTransport(
                new SmtpSettings(host, port, "", "", SmtpSettings.Tls.NONE, SHORT, SHORT));
    }

    static OutgoingMail mail(String subject, boolean automatic) {
        return new OutgoingMail(
                "d.abc@proefdorp.be",
                new EmailAddress("onthaal@proefdorp.be"),
                "Onthaal \"Proefdorp\", dienst é",
                new EmailAddress(CUSTOMER),
                Optional.empty(),
                subject,
                "Beste Els,\n\nDat kost € 5.\n.\nMet groeten\n",
                Optional.of("vraag@voorbeeld.be"),
                List.of("eerste@voorbeeld.be", "vraag@voorbeeld.be"),
                automatic,
                Instant.parse("2026-03-02T09:00:00Z"));
    }

    static MimeMessage message(String raw) throws Exception {
        return new MimeMessage(
                Session.getInstance(new Properties()),
                new ByteArrayInputStream(raw.getBytes(StandardCharsets.ISO_8859_1)));
    }
}
