// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.testing;

import be.onthaal.simulators.acm.Acm;
import be.onthaal.simulators.acm.AcmPerson;
import java.net.URI;
import java.util.Map;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** Tests of those who sign in through ACM/IDM: they share one, and one started application. */
public abstract class AcmTown {

    /** By which the installation proves who it is. */
    protected static final String SECRET = "geheim+van/de toepassing";

    /** The provider, which a test may spoil and mends afterwards. */
    protected static final Acm ACM =
            Acm.start(
                    0,
                    SECRET,
                    "http://localhost:8080/aanmelden/toegang/terug",
                    "http://localhost:8080/aanmelden/mijn/terug");

    @DynamicPropertySource
    static void settings(DynamicPropertyRegistry registry) {
        for (String client : new String[] {"onthaal.sign-in.", "onthaal.citizens."}) {
            registry.add(client + "issuer", ACM::issuer);
            registry.add(client + "client", () -> Acm.CLIENT);
            registry.add(client + "secret", () -> SECRET);
            registry.add(client + "patience", () -> "1s");
        }
    }

    /** Goes to the provider, says who one is, and gives the address to come back to. */
    protected static String choose(Visitor browser, String departure, AcmPerson who, int port) {
        ACM.add(who);
        return new Visitor(port)
                .post(
                        URI.create(browser.get(departure).location()),
                        Map.of("person", who.subject() + "|" + who.organisation()))
                .path();
    }
}
