// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import be.onthaal.scanning.Paper;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A pile of paper: sheets printed, stack brought in, split, registered by keyboard and found. */
@DemoTownTest
class ScanScreensTest {

    @LocalServerPort int port;

    @Test
    void aStackOfScansBecomesRegisteredPostThatIsFoundByItsWords() throws IOException {
        Assumptions.assumeTrue(
                Files.isExecutable(Path.of("/usr/bin/tesseract"))
                        || "true".equals(System.getenv("CI")),
                "Tesseract is not here");
        try (Chromium chromium = Chromium.at(port)) {
            Page page = chromium.desk();
            signIn(page, "Rita");
            page.navigate("/post/scans");
            Look.each(page, "scans-empty");
            page.navigate("/post/scans/bladen");
            Look.each(page, "scans-sheets");
            Download sheet =
                    page.waitForDownload(() ->
                            page.getByText(
                                            "Scheidingsblad afdrukken",
                                            new Page.GetByTextOptions().setExact(true))
                                    .click());
            byte[] separator = Files.readAllBytes(sheet.path());
            page.navigate("/post/scans");
            page.locator("#files")
                    .setInputFiles(
                            new FilePayload[] {
                                new FilePayload("postdag.pdf", "application/pdf", stack(separator)),
                                new FilePayload(
                                        "kapot.pdf",
                                        "application/pdf",
                                        "%PDF-1.7 x"
                                                .getBytes(
                                                        java.nio.charset.StandardCharsets.US_ASCII))
                            });
            page.locator("button:has-text('Voeg toe')").click();
            assertThat(page.locator(".toasts")).containsText("De scans zijn bewaard");
            Look.each(page, "scans-reading");
            readUntil(page);
            assertThat(page.locator("main")).containsText("beschadigd");
            Look.each(page, "scans-tray");
            fitsAPhone(page);

            page.locator("body").press("n");
            assertThat(page.locator("#subject")).isVisible();
            Look.each(page, "scans-piece");
            fitsAPhone(page);
            page.locator("#sender").fill("Vogelwacht Mortsel");
            page.locator("#subject").fill("Broedende vogel");
            page.keyboard().press("Control+Enter");
            assertThat(page.locator(".banner-good")).containsText("Ingeschreven als");
            String first = page.locator(".banner-good a").getAttribute("href");
            Look.each(page, "scans-next");

            page.locator("#sender").fill("");
            page.locator("#subject").focus();
            page.keyboard().press("Control+Enter");
            assertThat(page.locator("#errors")).isVisible();
            Look.each(page, "scans-wrong");
            page.locator("#sender").fill("Jan Janssens");
            page.locator("#subject").fill("Tweede brief");
            page.keyboard().press("Control+Enter");
            page.waitForURL(Pattern.compile(".*/post/scans\\?.*"));
            assertThat(page.locator("main")).containsText("Er wacht geen scan");

            page.navigate(first);
            page.waitForFunction(
                    "() => document.querySelector('img.document-page').naturalWidth > 0");
            Look.each(page, "scans-entry");
            found(page);
        }
    }

    private static void found(Page page) {
        page.waitForCondition(() -> {
            page.navigate("/");
            page.keyboard().press("Control+k");
            page.keyboard().type("kwartelkoning");
            page.waitForTimeout(1_500);
            return page.locator("[role=option]:has-text('Broedende vogel')").count() > 0;
        });
    }

    private static byte[] stack(byte[] separator) {
        return Paper.pdf(
                Paper.letter(
                        "Vogelwacht Mortsel",
                        "Betreft: broedende kwartelkoning",
                        "In het park broedt een zeldzame kwartelkoning.",
                        "Wij vragen u het gras daar niet te maaien."),
                Paper.back(),
                Paper.printed(separator),
                Paper.letter("Jan Janssens", "Onderwerp: tweede brief", "Geachte heer,"),
                Paper.letter("Met vriendelijke groeten"));
    }

    private static void readUntil(Page page) {
        for (int times = 0; times < 120; times++) {
            page.navigate("/post/scans");
            if (page.locator("[data-key=n]").count() > 0
                    && page.locator("progress").count() == 0
                    && !page.locator("main").textContent().contains("Wordt gelezen")) {
                return;
            }
            page.waitForTimeout(500);
        }
        throw new AssertionError("The stack is not read");
    }

    private static void fitsAPhone(Page page) {
        var before = page.viewportSize();
        page.setViewportSize(360, 780);
        page.waitForFunction("() => document.documentElement.scrollWidth <= 360");
        page.setViewportSize(before.width, before.height);
    }

    private static void signIn(Page page, String name) {
        page.navigate("/aanmelden");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name)).click();
        assertThat(page.locator("main#main")).isVisible();
    }
}
