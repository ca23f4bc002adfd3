// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.SelectOption;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A case type as an administrator makes it, and a case of it as a colleague works through it. */
@DemoTownTest
class CaseTypeScreensTest {

    @LocalServerPort int port;

    @Test
    void aTypeIsMadePublishedAndWorkedWith() {
        try (Chromium chromium = Chromium.at(port)) {
            Page page = chromium.desk();
            signIn(page, "Bram Maes");
            page.navigate("/beheer/zaaktypes");
            Look.each(page, "casetypes");
            page.getByText("Inname openbaar domein").click();
            Look.each(page, "casetypes-published");
            page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Doorloop")).click();
            page.locator("#veld-hindrance").selectOption("closed");
            button(page, "Doorloop");
            assertThat(page.locator("main")).containsText("Advies politie");
            Look.each(page, "casetypes-walk");

            page.navigate("/beheer/zaaktypes");
            page.locator("#name").fill("Parkeerkaart voor bewoners");
            button(page, "Begin het ontwerp");
            assertThat(page.locator("h1")).hasText("Parkeerkaart voor bewoners");
            page.getByText("Gegeven toevoegen").click();
            page.locator("#name-nl").fill("Nummerplaat");
            Look.each(page, "casetypes-field");
            button(page, "Bewaar");
            page.getByText("Gegeven toevoegen").click();
            page.locator("#name-nl").fill("Goedgekeurd");
            page.locator("#kind").selectOption("YES_NO");
            button(page, "Bewaar");
            page.getByText("Taak toevoegen aan In behandeling").click();
            page.locator("#name-nl").fill("Kaart goedkeuren");
            page.locator("#kind").selectOption("APPROVE");
            page.locator("#after-handle").check();
            Look.each(page, "casetypes-task");
            button(page, "Bewaar");
            assertThat(page.locator("main")).containsText("Noem het gegeven van ja of nee");
            Look.each(page, "casetypes-draft-faulty");
            page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Kaart goedkeuren"))
                    .click();
            page.locator("#with").fill("goedgekeurd");
            button(page, "Bewaar");
            button(page, "Publiceer");
            assertThat(page.locator(".page-head .badge")).hasText("Geldt");

            page = chromium.desk();
            signIn(page, "Els Verbeeck");
            page.navigate("/contact/nieuw");
            page.locator("#subject").fill("Ik wil een parkeerkaart");
            page.locator("label:has(#outcome-CASE)").click();
            page.locator("#unit").selectOption(new SelectOption().setLabel("Burgerzaken"));
            page.locator("#type")
                    .selectOption(new SelectOption().setLabel("Parkeerkaart voor bewoners"));
            page.locator("main form button.button-primary").first().click();
            assertThat(page.locator("h1")).hasText("Ik wil een parkeerkaart");
            String address = page.url().replaceAll("[?#].*", "");
            button(page, "Neem deze zaak");
            page.getByRole(
                            AriaRole.BUTTON,
                            new Page.GetByRoleOptions().setName("Klaar: Behandelen"))
                    .click();
            assertThat(page.locator("main")).containsText("een collega keurt goed");
            page.locator("#veld-nummerplaat").fill("1-ABC-234");
            button(page, "Bewaar de gegevens");
            Look.each(page, "case-handling");

            Page another = chromium.desk();
            signIn(another, "Tom Claes");
            another.navigate(address);
            Look.each(another, "case-approval");
            button(another, "Akkoord");
            assertThat(another.locator("main")).containsText("Akkoord");
            page.navigate(address);
            assertThat(page.locator("#veld-nummerplaat")).hasValue("1-ABC-234");
            page.locator("#result-handled").check();
            button(page, "Sluit de zaak");
            assertThat(page.locator("main")).containsText("Afgesloten met resultaat Afgehandeld");
            Look.each(page, "case-handled");
        }
    }

    private static void signIn(Page page, String name) {
        page.navigate("/aanmelden");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name)).click();
        assertThat(page.locator("h1").first()).isVisible();
    }

    private static void button(Page page, String name) {
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true))
                .click();
    }
}
