// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import be.onthaal.simulators.clamd.ClamdSimulator;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.SelectOption;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A permit plan that is put on a case, looked at beside it, replaced and compared. */
@DemoTownTest
class DocumentScreensTest {

    private static final String PLAN = "Situatieplan Osylei";

    @LocalServerPort int port;

    @Test
    void aPlanIsAddedLookedAtReplacedAndCompared() throws IOException {
        try (Chromium chromium = Chromium.at(port)) {
            Page page = chromium.desk();
            signIn(page, "Els Verbeeck");
            String file = newCase(page);
            add(page, new FilePayload("plan.pdf", "application/pdf", pdf("Kwartelkoning")), PLAN);
            add(page, text("nota.txt", "De buren zijn gehoord."), "Nota van de dienst");
            add(page, text("factuur.txt", ClamdSimulator.EICAR), "Factuur");
            reloadUntil(page, file, ".badge-bad");
            Look.each(page, "case-documents");
            assertFitsAPhone(page);

            Locator plan = page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(PLAN));
            plan.focus();
            page.keyboard().press("Enter");
            Locator dialog = page.locator("dialog#preview");
            assertThat(dialog).isVisible();
            assertThat(dialog.locator("img.document-page")).isVisible();
            page.waitForFunction(
                    "() => document.querySelector('#preview img.document-page').naturalWidth > 0");
            Chromium.assertAccessible(page);
            page.screenshot(
                    new Page.ScreenshotOptions()
                            .setPath(
                                    java.nio.file.Path.of(
                                            "target/screenshots/document-preview.png")));
            page.keyboard().press("Escape");
            assertThat(dialog).isHidden();
            assertThat(plan).isFocused();

            page.navigate(String.valueOf(plan.getAttribute("href")));
            assertThat(page.locator("h1")).hasText(PLAN);
            String address = page.url();
            Look.each(page, "document");
            assertFitsAPhone(page);
            page.navigate(address + "?pagina=3");
            assertThat(page.locator("main")).containsText("Bladzijde 3 van 3");

            page.navigate(address);
            open(page, "Nieuwe versie");
            page.locator("#file")
                    .setInputFiles(new FilePayload("plan2.pdf", "application/pdf", pdf("Grutto")));
            page.locator("#why").fill("De vogel was een andere");
            button(page, "Nieuwe versie");
            assertThat(page.locator("main")).containsText("Versie 2");
            reloadUntil(page, address, "img.document-page");
            page.getByText("Vergelijk met versie 1").click();
            assertThat(page.locator("del").first()).containsText("Kwartelkoning");
            assertThat(page.locator("ins").first()).containsText("Grutto");
            Look.each(page, "document-compared");

            page.navigate(address);
            button(page, "Neem om te bewerken");
            assertThat(page.locator("main")).containsText("niemand anders wijzigt het");
            button(page, "Maak definitief");
            assertThat(page.locator(".page-head .badge")).hasText("Definitief");
            Look.each(page, "document-final");

            page.navigate(file + "/documenten");
            assertThat(page.locator("main")).containsText("Virus gevonden");
            Look.each(page, "documents");
            assertFitsAPhone(page);
            page.locator("input[name=document]").first().check();
            var download = page.waitForDownload(() -> button(page, "Download als ZIP"));
            org.assertj.core.api.Assertions.assertThat(download.suggestedFilename())
                    .matches("Z-.*\\.zip");
        }
    }

    @Test
    void aLetterIsOpenedInTheProgramOnTheDesk() throws IOException {
        try (Chromium chromium = Chromium.at(port)) {
            Page page = chromium.desk();
            signIn(page, "Els Verbeeck");
            String file = newCase(page);
            add(page, new FilePayload("brief.docx", "application/zip", docx()), "Brief");
            page.navigate(file + "/documenten");
            assertThat(page.getByText("Openen in Word: Brief")).isAttached();
            Look.each(page, "documents-to-edit");
            assertFitsAPhone(page);

            page.getByRole(
                            AriaRole.LINK,
                            new Page.GetByRoleOptions().setName("Brief").setExact(true))
                    .click();
            Look.each(page, "document-to-edit");
            assertFitsAPhone(page);
            button(page, "Openen in Word");
            assertThat(page.locator("h1")).hasText("Word opent het document");
            Locator link =
                    page.getByRole(
                            AriaRole.LINK, new Page.GetByRoleOptions().setName("Openen in Word"));
            org.assertj.core.api.Assertions.assertThat(link.getAttribute("href"))
                    .matches("ms-word:ofe\\|u\\|http://[^/]+/webdav/[\\w-]{43}/brief\\.docx");
            open(page, "Adres voor een ander programma");
            Look.each(page, "document-opening");
            assertFitsAPhone(page);
        }
    }

    private static byte[] docx() throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry("word/document.xml"));
            zip.write("<w:t xmlns:w='x'>Geachte heer</w:t>".getBytes(StandardCharsets.UTF_8));
        }
        return bytes.toByteArray();
    }

    /** Nobody scrolls sideways on 360 points. */
    private static void assertFitsAPhone(Page page) {
        var before = page.viewportSize();
        page.setViewportSize(360, 780);
        page.waitForFunction("() => document.documentElement.scrollWidth <= 360");
        page.setViewportSize(before.width, before.height);
    }

    private static String newCase(Page page) {
        page.navigate("/contact/nieuw");
        page.locator("#subject").fill("Ik wil verbouwen in de Osylei");
        page.locator("label:has(#outcome-CASE)").click();
        page.locator("#unit").selectOption(new SelectOption().setLabel("Burgerzaken"));
        page.locator("main form button.button-primary").first().click();
        assertThat(page.locator("h1")).hasText("Ik wil verbouwen in de Osylei");
        return page.url().replaceAll("[?#].*", "");
    }

    private static void add(Page page, FilePayload file, String title) {
        open(page, "Documenten toevoegen");
        page.locator("#document-files").setInputFiles(file);
        page.locator("#document-title").fill(title);
        button(page, "Documenten toevoegen");
        assertThat(page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(title)))
                .isVisible();
    }

    /** What is read and checked after the commit is there in a few seconds. */
    private static void reloadUntil(Page page, String address, String selector) {
        for (int times = 0; times < 60; times++) {
            page.navigate(address);
            if (page.locator(selector).count() > 0) {
                return;
            }
            page.waitForTimeout(500);
        }
        throw new AssertionError("No " + selector + " on " + address);
    }

    private static void open(Page page, String summary) {
        page.locator("details > summary", new Page.LocatorOptions().setHasText(summary))
                .first()
                .click();
    }

    private static FilePayload text(String name, String text) {
        return new FilePayload(name, "text/plain", text.getBytes(StandardCharsets.UTF_8));
    }

    private static byte[] pdf(String bird) throws IOException {
        try (var document = new PDDocument();
                var bytes = new ByteArrayOutputStream()) {
            for (int number = 1; number <= 3; number++) {
                var sheet = new PDPage();
                document.addPage(sheet);
                try (var content = new PDPageContentStream(document, sheet)) {
                    content.beginText();
                    content.setFont(new PDType1Font(Standard14Fonts.FontName.HELVETICA), 24);
                    content.newLineAtOffset(60, 700);
                    content.showText("Plan, blad " + number + ": hier broedt de " + bird);
                    content.endText();
                }
            }
            document.save(bytes);
            return bytes.toByteArray();
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
