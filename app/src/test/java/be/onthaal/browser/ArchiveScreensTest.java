// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import be.onthaal.testing.AsOwner;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The archive and the webhooks as people use them, wide and narrow, light and dark. */
@DemoTownTest
class ArchiveScreensTest {

    @Autowired AsOwner owner;
    @LocalServerPort int port;

    @Test
    void twoPeopleDestroyWhatIsPastItsDay() {
        owner.execute(
                "update cases.case_file set opened_at = opened_at - interval '10 years',"
                        + " closed_at = closed_at - interval '10 years',"
                        + " retention_until = (retention_until - interval '10 years')::date"
                        + " where status = 'CLOSED' and retention_action = 'DESTROY'");
        try (Chromium chromium = Chromium.at(port)) {
            Page archivist = signIn(chromium, "Greet Aerts");
            archivist.navigate("/beheer/archief");
            Look.each(archivist, "archive-empty");
            archivist.locator("form[action='/beheer/archief/lijsten'] button").click();
            archivist.waitForURL(Pattern.compile(".*/lijsten/[0-9a-f-]{36}.*"));
            Look.each(archivist, "archive-list");
            String list = archivist.url().replaceAll("\\?.*", "");
            String number =
                    archivist.locator(".items .item-title").first().innerText().split(" ")[0];
            String held = archivist.locator(".items .item-title").nth(1).innerText().split(" ")[0];
            hold(archivist, held);

            Page reviewer = signIn(chromium, "Tom Claes");
            reviewer.navigate(list);
            reviewer.locator(".items details summary").nth(2).click();
            reviewer.locator(".items details[open] input[type=date]").fill("2099-01-01");
            reviewer.locator(".items details[open] textarea").fill("Nog een geding bezig");
            Look.each(reviewer, "archive-take-out");
            reviewer.locator(".items details[open] button").click();
            assertThat(reviewer.locator(".items").first()).containsText("Nog een geding bezig");

            Page second = signIn(chromium, "Piet Lemmens");
            second.navigate(list);
            second.getByRole(
                            AriaRole.BUTTON,
                            new Page.GetByRoleOptions().setName("Keur goed en vernietig"))
                    .click();
            assertThat(second.locator(".badge").first()).containsText("uitvoering");
            owner.execute(
                    "update jobs.scheduled_task set execution_time = now()"
                            + " where task_name in ('destruction', 'nightly-records')");
            second.waitForCondition(
                    () -> {
                        second.navigate(list);
                        return second.locator("h1 ~ p .badge").innerText().contains("Uitgevoerd");
                    },
                    new Page.WaitForConditionOptions().setTimeout(60_000));
            Look.each(second, "archive-done");
            second.navigate(list + "/attest");
            Look.each(second, "archive-certificate");
            assertThat(second.locator("table")).containsText(number);
            assertThat(second.locator("table")).not().containsText(held);
            second.navigate("/beheer/archief?nummer=" + number);
            assertThat(second.locator("[role=status]").first()).containsText(number);
            Look.each(second, "archive");
        }
    }

    @Test
    void aProgramElsewhereIsTold() {
        try (Chromium chromium = Chromium.at(port)) {
            Page page = signIn(chromium, "Bram Maes");
            page.navigate("/beheer/webhooks");
            Look.each(page, "webhooks-empty");
            page.locator("#name").fill("Meldpunt");
            page.locator("#address").fill("https://meldpunt.invalid/onthaal");
            page.locator("#event-OPENED").check();
            page.locator("#event-CLOSED").check();
            page.locator("form[action='/beheer/webhooks'] button").click();
            assertThat(page.locator("#secret")).containsText("whsec_");
            Look.each(page, "webhooks-issued");
            page.navigate("/beheer/webhooks");
            Look.each(page, "webhooks");
            page.locator("a.row-link").first().click();
            page.locator("form[action$='/proef'] button").click();
            String path = page.url().replaceAll("\\?.*", "");
            page.waitForCondition(
                    () -> {
                        page.navigate(path);
                        return page.locator(".tone-bad").count() > 0;
                    },
                    new Page.WaitForConditionOptions().setTimeout(30_000));
            page.locator("details.why summary").first().click();
            Look.each(page, "webhooks-failing");
        }
    }

    private static void hold(Page page, String number) {
        page.navigate("/beheer/archief");
        page.locator("details.card-fold summary").click();
        page.locator("#number").fill(number);
        page.locator("#reason").fill("Vraag van de rechtbank");
        Look.each(page, "archive-hold");
        page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName("Leg bewaarplicht op").setExact(true))
                .click();
        assertThat(page.locator("main")).containsText("Vraag van de rechtbank");
    }

    private static Page signIn(Chromium chromium, String name) {
        Page page = chromium.desk();
        page.navigate("/aanmelden");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name)).click();
        assertThat(page.locator("nav.nav, nav.tabbar").first()).isAttached();
        return page;
    }
}
