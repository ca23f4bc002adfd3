// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.probe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import be.onthaal.access.Caller;
import be.onthaal.access.Callers;
import be.onthaal.access.OpenToAll;
import be.onthaal.mail.PostOffice;
import be.onthaal.testing.Browser;
import be.onthaal.testing.OnthaalTest;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.jooq.DSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Whatever breaks, and however: the log tells where, and never about whom. */
@OnthaalTest
@Import({ProbeTown.class, ProbeTown.Work.class, ProbeMail.class, PostOffice.class})
class CanaryLogTest {

    private static final Map<String, String> OURS = Map.of("Sec-Fetch-Site", "same-origin");

    @Autowired DSLContext sql;
    @Autowired TransactionOperations transactions;
    @LocalServerPort int port;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    RequestMappingHandlerMapping mapping;

    private LogWatch log;
    private RequestMappingInfo broken;

    @BeforeEach
    void watch() throws NoSuchMethodException {
        log = new LogWatch();
        broken =
                RequestMappingInfo.paths("/proef/{how}")
                        .methods(RequestMethod.POST)
                        .options(mapping.getBuilderConfiguration())
                        .build();
        mapping.registerMapping(broken, new Breaking(), Breaking.class.getDeclaredMethod("fail"));
    }

    @AfterEach
    void stopWatching() {
        mapping.unregisterMapping(broken);
        log.close();
    }

    /** A page that fails on somebody's data, as any page may one day. */
    final class Breaking {

        @OpenToAll(because = "it exists in this test only")
        public void fail() {
            Callers.run(
                    Caller.service("proef"),
                    () ->
                            transactions.executeWithoutResult(status -> {
                                for (int i = 0; i < 2; i++) {
                                    sql.execute(
                                            "insert into access.account (login, display_name)"
                                                    + " values (?, ?)",
                                            Canary.EMAIL,
                                            Canary.NAME);
                                }
                            }));
        }
    }

    @Test
    void aRowThatIsThereTwiceIsLoggedWithoutItsContent() {
        Browser.Answer answer = Browser.of(port).post("/proef/dubbel", Map.of());

        assertThat(answer.status()).isEqualTo(422);
        assertThat(Canary.leaksInto(answer.body())).isFalse();
        assertThat(log.lines()).anyMatch(line -> line.contains("does not fit the data"));
        assertThat(log.leaks()).isEmpty();
    }

    @Test
    void aBodyThatCannotBeReadIsNotLogged() {
        Browser nobody = Browser.of(port);
        String part =
                "--kooi\r\nContent-Disposition: form-data; name=\"name\"\r\n\r\n" + Canary.NAME;
        for (String type :
                List.of(
                        "multipart/form-data; boundary=kooi",
                        "multipart/form-data",
                        "multipart/form-data; boundary=\"" + Canary.NAME + "\"",
                        "application/json",
                        "text/" + Canary.EMAIL,
                        "application/x-www-form-urlencoded; charset=" + "kanarie")) {
            Map<String, String> headers =
                    Map.of("Content-Type", type, "Sec-Fetch-Site", "same-origin");
            for (String path : List.of("/vraag/mortsel", "/aanmelden", "/voorkeuren")) {
                byte[] body = part.getBytes(StandardCharsets.UTF_8);

                Browser.Answer answer = nobody.send("POST", path, headers, body);

                assertThat(answer.status()).as(type + " " + path).isLessThan(500);
            }
        }
        assertThat(log.leaks()).isEmpty();
    }

    @Test
    void anAddressThatMakesNoSenseIsNotLogged() {
        Browser nobody = Browser.of(port);
        byte[] form =
                ("name=" + Canary.NAME.replace(' ', '+') + "%ZZ&%=%")
                        .getBytes(StandardCharsets.UTF_8);
        nobody.send(
                "POST",
                "/vraag/kanarie%0A%00?q=Kanarie%ZZ".replace("%ZZ", "%25ZZ"),
                Map.of(
                        "Content-Type", "application/x-www-form-urlencoded",
                        "Sec-Fetch-Site", "same-origin"),
                form);
        nobody.send("POST", "/vraag/mortsel", OURS, form);
        raw("GET /klanten?q=" + Canary.NAME + " {} HTTP/1.1\r\nHost: localhost\r\n\r\n");
        raw("GET /klanten?q=%ZZ" + Canary.PHONE + " HTTP/1.1\r\nHost: localhost\r\n\r\n");
        raw("GET / HTTP/1.1\r\nHost: " + Canary.EMAIL + "\r\n\r\n");
        raw(Canary.NAME.replace(' ', '-') + " / HTTP/1.1\r\nHost: localhost\r\n\r\n");

        assertThat(log.leaks()).isEmpty();
    }

    private void raw(String request) {
        try (var socket = new Socket("localhost", port)) {
            socket.setSoTimeout(2_000);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            socket.getOutputStream().flush();
            byte[] answer = new byte[20];
            if (socket.getInputStream().read(answer) > 0) {
                assertThat(new String(answer, StandardCharsets.ISO_8859_1))
                        .doesNotStartWith("HTTP/1.1 5");
            }
        } catch (IOException gone) {
            fail("The line was cut", gone);
        }
    }
}
