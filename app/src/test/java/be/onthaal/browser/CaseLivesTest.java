// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.browser;

import static be.onthaal.browser.Chromium.assertAccessible;
import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import be.onthaal.common.Brussels;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.SelectOption;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Cases from the first question to the last result, by people who only have the screen. */
@DemoTownTest
class CaseLivesTest {

    private static final List<String> TYPES_OF_THE_TOWN =
            List.of(
                    "information-question",
                    "complaint",
                    "report",
                    "access-to-documents",
                    "public-space-permit",
                    "event",
                    "subsidy",
                    "address-check",
                    "internal-request");

    /** What leads past as many tasks as a type has; anything else is the first that fits. */
    private static final Map<String, String> ANSWERS =
            Map.of(
                    "hindrance", "closed",
                    "visitors", "1200",
                    "requested", "3000",
                    "proposed", "3000",
                    "iban", "BE68 5390 0754 7034");

    private static final int MOST_STEPS = 60;

    @Autowired Clock clock;
    @LocalServerPort int port;

    @Test
    void theTypesOfATownRunFromTheQuestionToTheResult() {
        try (Chromium chromium = Chromium.at(port)) {
            Page handler = signIn(chromium, "Els Verbeeck");
            Page colleague = signIn(chromium, "Tom Claes");
            for (String type : TYPES_OF_THE_TOWN) {
                String address = open(handler, "Burgerzaken", type, "Proef: " + type);
                runs(handler, colleague, address);
            }
        }
    }

    @Test
    void aLivingWageIsAskedInquiredDecidedAndNotified() {
        try (Chromium chromium = Chromium.at(port)) {
            Page worker = signIn(chromium, "Jonas De Wit");
            Page head = signIn(chromium, "Lien De Backer");
            String address = open(worker, "Sociale dienst", "living-wage", "Aanvraag leefloon");
            runs(worker, head, address);
            assertThat(worker.locator("main")).containsText("€ 3,00");
            Look.each(worker, "case-ended");
        }
    }

    @Test
    void twoCasesBecomeOneAndPartsOfOneBecomeAnotherAndBothAreUndone() {
        try (Chromium chromium = Chromium.at(port)) {
            Page page = signIn(chromium, "Els Verbeeck");
            String stays = open(page, "Burgerzaken", "report", "Put in de Statielei");
            String number = page.locator(".breadcrumbs [aria-current=page]").innerText();
            String ends = open(page, "Burgerzaken", "report", "Weer een put in de Statielei");
            merged(page, stays, ends, number);
            parted(page, stays);
        }
    }

    private static void merged(Page page, String stays, String ends, String number) {
        follow(page, "Samenvoegen met een andere zaak");
        Look.each(page, "case-merge");
        page.locator("input[name=met]").fill("Z-0000-000000");
        press(page, "Bekijk");
        Look.each(page, "case-merge-refused");
        page.locator("input[name=met]").fill(number);
        press(page, "Bekijk");
        page.locator("#reason").fill("Dezelfde put, twee bellers");
        Look.each(page, "case-merge-preview");
        press(page, "Voeg samen");
        assertThat(page.locator("body")).containsText("De zaken zijn samengevoegd");
        assertThat(page.locator("main")).containsText("Weer een put in de Statielei");
        Look.each(page, "case-merged");
        page.navigate(ends);
        assertThat(page.locator("main")).containsText("Deze zaak is opgegaan in");
        Look.each(page, "case-merged-away");
        press(page, "Maak de samenvoeging ongedaan");
        assertThat(page.locator("body")).containsText("Beide zaken gaan verder");
        page.navigate(stays);
        assertThat(page.locator("main")).not().containsText("Hier is mee samengevoegd");
    }

    private static void parted(Page page, String address) {
        page.locator("#note-text").fill("De lamp bij de put is ook stuk");
        press(page, "Voeg notitie toe");
        page.navigate(address);
        follow(page, "Splits een deel af");
        page.locator("#subject").fill("Lamp stuk in de Statielei");
        page.locator("#reason").fill("Een andere ploeg herstelt lampen");
        page.locator("input[name=note-id]").first().check();
        Look.each(page, "case-split");
        press(page, "Splits af");
        assertThat(page.locator("body")).containsText("Dit is de nieuwe zaak");
        assertThat(page.locator("main")).containsText("De lamp bij de put is ook stuk");
        Look.each(page, "case-split-done");
        press(page, "Zet terug in de eerste zaak");
        assertThat(page.locator("body")).containsText("Alles staat weer in deze zaak");
        assertThat(page.locator("main")).containsText("De lamp bij de put is ook stuk");
    }

    private static String open(Page page, String unit, String type, String subject) {
        page.navigate("/contact/nieuw");
        page.locator("#subject").fill(subject);
        page.locator("label:has(#outcome-CASE)").click();
        page.locator("#unit").selectOption(new SelectOption().setLabel(unit));
        page.locator("#type").selectOption(type);
        page.locator(".form-actions .button-next").click();
        page.waitForURL(Pattern.compile(".*/zaken/[0-9a-f-]{36}.*"));
        String address = page.url().replaceAll("\\?.*", "");
        Locator take = page.locator("form[action$='/neem'] button");
        if (take.count() > 0) {
            take.first().click();
        }
        return address;
    }

    /** Takes the next step as the page offers it, until the case has ended. */
    private void runs(Page page, Page colleague, String address) {
        for (int step = 0; step < MOST_STEPS && !hasEnded(page); step++) {
            onward(page, colleague, address);
            page.navigate(address);
        }
        assertThat(page.locator("main")).containsText("Afgesloten");
        assertAccessible(page);
    }

    private static boolean hasEnded(Page page) {
        return page.locator(".page-head .badge-good").count() > 0;
    }

    private void onward(Page page, Page colleague, String address) {
        Locator asked = page.locator("form[action$='/velden'] .badge-warn");
        Locator plain = page.locator("form[action*='/taken/'] .icon-button");
        Locator lacking = page.locator("[aria-labelledby=lacks-title] a[href='#documenten']");
        Locator further = page.locator("form[action$='/fase'] button:not(.button-quiet)");
        if (asked.count() > 0) {
            fill(page);
        } else if (plain.count() > 0) {
            plain.first().click();
        } else if (page.getByText("een collega keurt goed").count() > 0) {
            colleague.navigate(address);
            colleague.locator("button[name=agreed][value=yes]").first().click();
            assertThat(colleague.locator("main")).containsText("Akkoord");
        } else if (lacking.count() > 0) {
            add(page, lacking.first().innerText());
        } else if (further.count() > 0) {
            further.first().click();
        } else {
            assertAccessible(page);
            page.locator("form[action$='/sluit'] input[type=radio]").first().check();
            press(page, "Sluit de zaak");
        }
    }

    private void fill(Page page) {
        for (Locator field :
                page.locator("form[action$='/velden'] .field:has(.badge-warn)").all()) {
            Locator input = field.locator(".input");
            String code = String.valueOf(input.getAttribute("id")).replace("veld-", "");
            if ("select".equals(input.evaluate("input => input.localName"))) {
                String first = input.locator("option").nth(1).getAttribute("value");
                input.selectOption(ANSWERS.getOrDefault(code, first));
            } else if ("date".equals(input.getAttribute("type"))) {
                input.fill(Brussels.today(clock).toString());
            } else {
                boolean counts = "decimal".equals(input.getAttribute("inputmode"));
                input.fill(ANSWERS.getOrDefault(code, counts ? "3" : "Stadsplein 1, 2640 Mortsel"));
            }
        }
        for (Locator many : page.locator("fieldset:has(legend .badge-warn)").all()) {
            many.locator("input[type=checkbox]").nth(1).check();
        }
        press(page, "Bewaar de gegevens");
        assertThat(page.locator(".field-error")).hasCount(0);
    }

    /** Adds a document of the kind that lacks. */
    private static void add(Page page, String lacking) {
        page.locator("section[aria-labelledby=documenten] details > summary").last().click();
        page.locator("#document-files")
                .setInputFiles(
                        new FilePayload(
                                "stuk.txt",
                                "text/plain",
                                ("Bij de zaak: " + lacking).getBytes(StandardCharsets.UTF_8)));
        List<String> kinds = page.locator("#document-kind option").allInnerTexts();
        for (int kind = 1; kind < kinds.size(); kind++) {
            if (lacking.contains(kinds.get(kind).replaceAll(" [(·].*", ""))) {
                page.locator("#document-kind").selectOption(new SelectOption().setIndex(kind));
            }
        }
        page.locator("section[aria-labelledby=documenten] details .button-primary").click();
        assertThat(page.locator(".toast, .banner, [role=status]").first()).isAttached();
    }

    private static Page signIn(Chromium chromium, String name) {
        Page page = chromium.desk();
        page.navigate("/aanmelden");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name)).click();
        assertThat(page.locator("main#main")).isVisible();
        return page;
    }

    private static void follow(Page page, String link) {
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(link)).first().click();
    }

    private static void press(Page page, String name) {
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true))
                .first()
                .click();
    }
}
