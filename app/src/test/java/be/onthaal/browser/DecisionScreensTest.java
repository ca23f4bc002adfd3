// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.FrameLocator;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A decision table as an administrator draws, tries and reads it, wide and narrow. */
@DemoTownTest
class DecisionScreensTest {

    @LocalServerPort int port;

    @Test
    void aTableIsDrawnInTheBrowserAndReadOnAPhone() {
        try (Chromium chromium = Chromium.at(port)) {
            Page page = chromium.desk();
            List<String> complaints = new ArrayList<>();
            page.onConsoleMessage(message -> {
                boolean ours = !message.text().contains("Inferno");
                if (message.type().equals("error") && ours) {
                    complaints.add(message.text());
                }
            });
            page.navigate("/aanmelden");
            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Bram Maes"))
                    .click();
            page.navigate("/beheer/beslissingstabellen");
            Look.each(page, "decisions");
            page.getByText("Toewijzing post").click();
            Look.each(page, "decisions-published");
            page.navigate("/beheer/beslissingstabellen");
            page.locator("#name").fill("Termijn melding");
            page.locator("#key").fill("report-term");
            page.locator("main aside form button").first().click();

            FrameLocator frame = page.frameLocator("iframe");
            Locator cell = frame.locator("td.output-cell").first();
            assertThat(cell).containsText("in te vullen");
            page.screenshot(
                    new Page.ScreenshotOptions()
                            .setPath(Path.of("target/screenshots/decisions-draw.png"))
                            .setFullPage(true));
            assertThat(frame.getByText("Keuze van regels:")).isVisible();
            assertThat(frame.locator(".powered-by, .bjs-powered-by").first()).isVisible();
            cell.click();
            page.keyboard().press("Control+a");
            page.keyboard().type("\"tien dagen\"");
            frame.locator(".decision-table-name, h3").first().click();
            Look.each(page, "decisions-edit");
            frame.getByRole(AriaRole.BUTTON, new FrameLocator.GetByRoleOptions().setName("Bewaar"))
                    .click();

            assertThat(page.locator(".rules")).containsText("tien dagen");
            page.locator("#in-onderwerp").first().fill("put in de weg");
            page.getByRole(
                            AriaRole.BUTTON,
                            new Page.GetByRoleOptions().setName("Beslis").setExact(true))
                    .click();
            assertThat(page.locator("#outcome")).isVisible();
            Look.each(page, "decisions-table");
            org.assertj.core.api.Assertions.assertThat(complaints).isEmpty();
        }
    }
}
