// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/** The system's Chromium, as somebody at a desk or with a phone uses it. */
final class Chromium implements AutoCloseable {

    private static final String AXE = axe();

    /**
     * Frames hold the mail of strangers, which is theirs to make readable. What is large enough and
     * lies partly under a bar that stays in place while one scrolls is no small target.
     */
    private static final String VIOLATIONS =
            """
            rules => axe.run(document, {
                runOnly: rules,
                resultTypes: ['violations'],
                iframes: false
            }).then(seen => {
                const large = node => {
                    const part = document.querySelector(node.target[0]);
                    const box = (part.closest('label') ?? part).getBoundingClientRect();
                    return box.width >= 24 && box.height >= 24;
                };
                return seen.violations
                    .flatMap(rule => rule.nodes.map(node => ({rule: rule.id, node})))
                    .filter(found => found.rule !== 'target-size' || !large(found.node))
                    .map(found => found.rule + ' ' + found.node.html);
            })
            """;

    private static final List<String> EVERYTHING =
            List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa");

    private static final List<String> FLAGS =
            List.of(
                    "--no-sandbox",
                    "--disable-gpu",
                    "--disable-quic",
                    "--no-first-run",
                    "--disable-background-networking",
                    "--disable-component-update",
                    "--disable-sync");

    private final Playwright playwright;
    private final Browser browser;
    private final String address;

    private Chromium(Playwright playwright, Browser browser, String address) {
        this.playwright = playwright;
        this.browser = browser;
        this.address = address;
    }

    /** Starts it; skips the test by name where there is none, unless CI must not skip. */
    static Chromium at(int port) {
        Optional<Path> program =
                Stream.of(
                                "/usr/bin/chromium",
                                "/usr/bin/chromium-browser",
                                "/usr/bin/google-chrome")
                        .map(Path::of)
                        .filter(Files::isExecutable)
                        .findFirst();
        if (program.isEmpty() && !"true".equals(System.getenv("CI"))) {
            Assumptions.abort("There is no Chromium here");
        }
        var playwright =
                Playwright.create(
                        new Playwright.CreateOptions()
                                .setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        var options =
                new BrowserType.LaunchOptions()
                        .setExecutablePath(program.orElseThrow())
                        .setArgs(FLAGS);
        return new Chromium(
                playwright, playwright.chromium().launch(options), "http://localhost:" + port);
    }

    /** A fresh window on a desk. */
    Page desk() {
        return window(1440, 900, ColorScheme.LIGHT);
    }

    Page window(int width, int height, ColorScheme scheme) {
        BrowserContext context =
                browser.newContext(
                        new Browser.NewContextOptions()
                                .setBaseURL(address)
                                .setLocale("nl-BE")
                                .setColorScheme(scheme)
                                .setViewportSize(width, height));
        Page page = context.newPage();
        page.setDefaultTimeout(15_000);
        return page;
    }

    /** No violation of any level of WCAG 2.2 A and AA on the page as it is now. */
    static void assertAccessible(Page page) {
        assertAccessible(page, EVERYTHING);
    }

    /** No violation of what colours can violate: all that changes in the dark. */
    static void assertReadable(Page page) {
        assertAccessible(page, List.of("color-contrast"));
    }

    private static void assertAccessible(Page page, List<String> rules) {
        if (!(boolean) page.evaluate("() => 'axe' in window")) {
            page.evaluate(AXE);
        }
        assertThat((List<?>) page.evaluate(VIOLATIONS, rules)).as(page.url()).isEmpty();
    }

    private static String axe() {
        try (var script = AxeBuilder.class.getResourceAsStream("/axe.min.js")) {
            return new String(
                    Objects.requireNonNull(script).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
    }
}
