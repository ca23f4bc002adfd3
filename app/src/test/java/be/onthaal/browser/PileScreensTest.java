// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import be.onthaal.jobs.RecurringJob;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A pile of post, registered by somebody who never leaves the keyboard. */
@DemoTownTest
class PileScreensTest {

    private static final int MOST_KEYS = 12;
    private static final String COUNTS =
            "addEventListener('keydown', () => {"
                    + " sessionStorage.keys = Number(sessionStorage.keys || 0) + 1; }, true)";

    /** Types a name and presses Enter before any answer can come. */
    private static final String AT_ONCE =
            "name => { const field = document.querySelector('#sender'); field.focus();"
                    + " field.value = name;"
                    + " field.dispatchEvent(new Event('input', { bubbles: true }));"
                    + " field.dispatchEvent(new KeyboardEvent('keydown',"
                    + " { key: 'Enter', bubbles: true, cancelable: true })); }";

    @Autowired List<RecurringJob> jobs;
    @LocalServerPort int port;

    @Test
    void aKnownSenderTakesNoMoreThanTwelveKeysBesideTheSubject() {
        try (Chromium chromium = Chromium.at(port)) {
            Page page = chromium.desk();
            page.addInitScript(COUNTS);
            signIn(page, "Rita");
            known(page, "Zenobie Quaghebeur");
            countWords();
            page.navigate("/post/inschrijven");
            Look.each(page, "pile-empty");
            page.locator("#sender").focus();

            List<String> numbers = new ArrayList<>();
            for (String subject : List.of("Bezwaar", "Factuur 118", "Aanvraag attest")) {
                page.evaluate("() => { sessionStorage.keys = 0; }");
                known(page);
                assertThat(page.locator("#subject")).isFocused();
                assertThat(page.locator("#sender")).hasValue("Zenobie Quaghebeur");
                page.keyboard().type(subject);
                page.keyboard().press("Enter");
                assertThat(page.locator(".pile-done")).containsText(subject);
                assertThat(page.locator("#sender")).isFocused();
                assertThat(page.locator("#sender")).hasValue("");
                int keys = Integer.parseInt((String) page.evaluate("() => sessionStorage.keys"));
                org.assertj.core.api.Assertions.assertThat(keys - subject.length())
                        .isLessThanOrEqualTo(MOST_KEYS);
                numbers.add(page.locator(".pile-number").textContent());
            }
            org.assertj.core.api.Assertions.assertThat(numbers).doesNotHaveDuplicates();
            Look.each(page, "pile-done");
            typedOn(page);
            alike(page);
            scanned(page);
            shown(page);
            lists(page);
            settings(page);
        }
    }

    /** The beginning of a name, and Enter once the list shows whom it finds. */
    private static void known(Page page) {
        page.keyboard().type("quagh");
        assertThat(page.locator("#senders [role=option]").first()).isVisible();
        page.keyboard().press("Enter");
    }

    /** Enter while the answer is on its way takes nobody of another name. */
    private static void typedOn(Page page) {
        page.navigate("/post/inschrijven");
        page.evaluate(AT_ONCE, "quaghe");
        assertThat(page.locator("#subject")).isFocused();
        page.waitForFunction("() => document.querySelector('#senders').children.length > 0");
        assertThat(page.locator("#sender")).hasValue("quaghe");
        assertThat(page.locator("[data-combo-id]")).hasValue("");
        page.evaluate(AT_ONCE, "zenobie QUAGHEBEUR");
        assertThat(page.locator("#sender")).hasValue("Zenobie Quaghebeur");
        assertThat(page.locator("[data-combo-id]")).hasValue(Pattern.compile("[0-9a-f-]{36}"));
        page.navigate("/post/inschrijven");
        page.locator("#sender").focus();
    }

    private static void alike(Page page) {
        known(page);
        page.keyboard().type("Bezwaar");
        page.keyboard().press("Control+Enter");
        assertThat(page.locator(".banner-warn")).containsText("lijkt al ingeschreven");
        assertThat(page.locator("button[name=sure]")).isFocused();
        Look.each(page, "pile-alike");
        page.locator("button[name=sure]").focus();
        page.keyboard().press("Enter");
        assertThat(page.locator(".pile-done")).containsText("Bezwaar");
    }

    private static void scanned(Page page) {
        page.locator("#sender").focus();
        page.keyboard().type("010541288500452621221234567890");
        page.keyboard().press("Enter");
        assertThat(page.locator("#barcode")).hasValue("010541288500452621221234567890");
        assertThat(page.locator("#kind")).hasValue("REGISTERED");
        assertThat(page.locator("#sender")).isFocused();
        page.keyboard().type("quagh");
        assertThat(page.locator("#senders [role=option]").first()).isVisible();
        Look.each(page, "pile-senders");
        page.locator("#sender").focus();
        page.keyboard().press("Enter");
        page.keyboard().press("Control+Enter");
        assertThat(page.locator("#subject-e")).isVisible();
        Look.each(page, "pile-wrong");
        page.locator("#subject").focus();
        page.keyboard().type("Ingebrekestelling");
        page.keyboard().press("Enter");
        assertThat(page.locator(".pile-done")).containsText("Ingebrekestelling");
    }

    private static void shown(Page page) {
        page.locator(".pile-done a").first().click();
        page.locator("details", new Page.LocatorOptions().setHasText("Wijzig gegevens"))
                .last()
                .locator("summary")
                .click();
        page.locator("#c-place").fill("Kast 3, lade 2");
        Look.each(page, "entry-correct");
        press(page, "Bewaar wijzigingen");
        assertThat(page.locator("main")).containsText("Kast 3, lade 2");
        page.locator("details.why", new Page.LocatorOptions().setHasText("Geschiedenis"))
                .locator("summary")
                .click();
        Look.each(page, "entry-register");
    }

    private static void lists(Page page) {
        page.navigate("/post?lijst=ALL");
        Look.each(page, "post-list");
        page.navigate("/post?lijst=ALL&soort=REGISTERED");
        page.keyboard().press("j");
        page.keyboard().press("x");
        page.locator(".bulk-more > summary").click();
        Look.each(page, "post-list-many");
        page.locator("button[value=none]").click();
        assertThat(page.locator(".banner")).isVisible();
        page.navigate("/post/cijfers");
        Look.each(page, "post-figures");
        page.navigate("/post?lijst=ALL&richting=IN");
        page.locator(".row-link").last().click();
        press(page, "Stuur ontvangstmelding");
        page.waitForURL(Pattern.compile(".*(brief|acknowledged)"));
        if (page.url().endsWith("/brief")) {
            Look.each(page, "post-letter");
        }
        page.navigate("/post?lijst=OVERDUE");
        Look.each(page, "post-list-empty");
    }

    private static void settings(Page page) {
        page.context().clearCookies();
        signIn(page, "Bram");
        page.navigate("/beheer/post");
        page.locator("#d-LETTER").fill("10");
        press(page, "Bewaar Brief");
        assertThat(page.locator("#d-LETTER")).hasValue("10");
        Look.each(page, "post-settings");
    }

    private static void known(Page page, String name) {
        page.navigate("/klanten/nieuw");
        page.locator("#name").fill(name);
        press(page, "Bewaar klant");
        assertThat(page.locator("h1")).containsText(name);
    }

    /** Names are found by their beginning once their words were counted, each half minute. */
    private void countWords() {
        jobs.stream().filter(job -> job.name().equals("words-counted")).forEach(RecurringJob::run);
    }

    private static void signIn(Page page, String name) {
        page.navigate("/aanmelden");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name)).click();
        assertThat(page.locator("main#main")).isVisible();
    }

    private static void press(Page page, String name) {
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true))
                .first()
                .click();
    }
}
