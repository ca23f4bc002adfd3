// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.browser;

import static be.onthaal.browser.Chromium.assertAccessible;
import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import be.onthaal.simulators.mail.MailTown;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@DemoTownTest
class WalkTest {

    private static final String ASKED = "Mag mijn verhuiswagen op het Stadsplein staan?";
    private static final String TOWN = "onthaal@mortsel.example";
    private static final String CITIZEN = "burger@post.example";

    @LocalServerPort int port;
    @Autowired MailTown mail;

    @Test
    void oneMailGoesAllTheWay() {
        var citizen = new Citizen("Mieke Wouters", CITIZEN, mail.smtpPort());
        try (Chromium chromium = Chromium.at(port)) {
            Page nadia = signIn(chromium, "Nadia El Amrani");
            citizen.write(
                    TOWN,
                    ASKED,
                    "Goedemorgen,\n\nop 12 december verhuizen wij. Mag de wagen er staan?\n\nMieke",
                    Optional.empty());

            openFromInbox(nadia);
            makeCase(nadia);
            String casePage = nadia.url();
            answer(nadia);
            String received = receivedAnswer();
            assertThat(received).containsPattern("(?s)Subject: .{0,200}Z-\\d{4}-\\d{6}");

            citizen.write(
                    TOWN, "Re: " + ASKED, "Dank u, dat is duidelijk.", Citizen.idOf(received));
            answerJoinsTheCase(nadia, casePage);
            close(nadia, casePage);
            showsTheWholeStory(nadia);
            isInTheLog(chromium, casePage);
        }
    }

    private static Page signIn(Chromium chromium, String name) {
        Page page = chromium.desk();
        page.navigate("/");
        assertThat(page.getByRole(AriaRole.HEADING, heading("Welkom bij Onthaal"))).isVisible();
        assertAccessible(page);
        page.getByRole(AriaRole.BUTTON, button(name)).click();
        assertThat(page.locator("main#main")).isVisible();
        assertAccessible(page);
        return page;
    }

    private static void openFromInbox(Page page) {
        Locator row = page.getByRole(AriaRole.LINK, link(ASKED));
        eventually(() -> {
            page.navigate("/postvak");
            return row.count() > 0;
        });
        assertAccessible(page);
        row.first().click();
        assertThat(page.getByRole(AriaRole.HEADING, heading(ASKED))).isVisible();
        assertThat(page.locator("main")).containsText("I-20");
        assertThat(page.locator(".message")).containsText("op 12 december verhuizen wij");
        assertAccessible(page);
    }

    private static void makeCase(Page page) {
        page.getByRole(AriaRole.BUTTON, button("Maak zaak")).click();
        page.waitForURL(Pattern.compile(".*/zaken/[0-9a-f-]{36}.*"));
        assertThat(page.getByRole(AriaRole.HEADING, heading(ASKED))).isVisible();
        assertThat(page.locator("main")).containsText("werkdagen");
        assertThat(page.locator("main")).containsText("Mieke Wouters");
        assertAccessible(page);
    }

    private static void answer(Page page) {
        page.getByRole(AriaRole.BUTTON, button("Neem deze zaak")).first().click();
        page.getByRole(AriaRole.BUTTON, button("Voeg sjabloon in")).click();
        Locator text = page.locator("#reply-text");
        assertThat(text).not().isEmpty();
        text.fill(
                "Beste mevrouw Wouters\n\nVraag het parkeerverbod tien dagen vooraf aan.\n\nNadia");
        page.getByRole(AriaRole.BUTTON, button("Verstuur")).click();
        assertThat(page.locator("main")).containsText("Briefwisseling");
        assertAccessible(page);
    }

    private String receivedAnswer() {
        eventually(() -> !mail.mailOf(CITIZEN).isEmpty());
        List<String> mails = mail.mailOf(CITIZEN);
        return mails.getLast();
    }

    private static void answerJoinsTheCase(Page page, String casePage) {
        Locator letters = page.locator("main").getByText("Re: " + ASKED);
        eventually(() -> {
            page.navigate(casePage);
            return letters.count() > 0;
        });
        assertAccessible(page);
    }

    private static void close(Page page, String casePage) {
        Locator task = page.getByRole(AriaRole.BUTTON, button("Klaar:"));
        while (task.count() > 0) {
            task.first().click();
            page.waitForLoadState();
        }
        page.navigate(casePage);
        page.locator("#result-answered").check();
        page.getByRole(AriaRole.BUTTON, button("Sluit de zaak")).click();
        assertThat(page.locator("main")).containsText("De zaak wordt bewaard tot en met");
        assertAccessible(page);
    }

    private static void showsTheWholeStory(Page page) {
        page.getByRole(AriaRole.LINK, link("Mieke Wouters")).first().click();
        assertThat(page.getByRole(AriaRole.HEADING, heading("Mieke Wouters"))).isVisible();
        assertThat(page.locator("main")).containsText("Z-20");
        assertAccessible(page);
    }

    private static void isInTheLog(Chromium chromium, String casePage) {
        Page administrator = signIn(chromium, "Bram Maes");
        administrator.navigate("/logboek");
        assertThat(administrator.locator("main")).containsText("Nadia El Amrani");
        assertThat(administrator.locator("main")).containsText("Zaak afgesloten");
        assertAccessible(administrator);
        administrator.navigate(casePage);
        assertThat(administrator.locator("main")).containsText("geen toegang");
    }

    private static void eventually(BooleanSupplier wanted) {
        long end = System.nanoTime() + Duration.ofSeconds(40).toNanos();
        while (!wanted.getAsBoolean()) {
            assertThat(System.nanoTime()).as("in time").isLessThan(end);
            try {
                Thread.sleep(500);
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private static Page.GetByRoleOptions heading(String name) {
        return new Page.GetByRoleOptions().setName(name).setLevel(1);
    }

    private static Page.GetByRoleOptions button(String name) {
        return new Page.GetByRoleOptions().setName(name);
    }

    private static Page.GetByRoleOptions link(String name) {
        return new Page.GetByRoleOptions().setName(name);
    }
}
