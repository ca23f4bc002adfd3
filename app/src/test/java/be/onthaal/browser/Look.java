// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.browser;

import static be.onthaal.browser.Chromium.assertAccessible;
import static be.onthaal.browser.Chromium.assertReadable;
import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Path;
import java.util.Locale;

/** A screen in a colour, as people have it before them. */
enum Look {
    DESK(1440, 900, ColorScheme.LIGHT),
    PHONE(360, 780, ColorScheme.LIGHT),
    DESK_IN_THE_DARK(1440, 900, ColorScheme.DARK),
    PHONE_IN_THE_DARK(360, 780, ColorScheme.DARK);

    private static final Path PICTURES = Path.of("target/screenshots");

    /** Pictures take as long as the rest: they are made for whoever asks to see them. */
    private static final boolean ASKED = "true".equals(System.getenv("ONTHAAL_PICTURES"));

    private final int width;
    private final int height;
    private final ColorScheme scheme;

    Look(int width, int height, ColorScheme scheme) {
        this.width = width;
        this.height = height;
        this.scheme = scheme;
    }

    /**
     * Looks at a page that is open in every way people do: axe finds nothing, and a picture of each
     * stays for whoever asked for them. The page is then as wide and light as it was.
     */
    static void each(Page page, String name) {
        assertThat(page.locator("h1").first()).isVisible();
        var before = page.viewportSize();
        for (Look look : values()) {
            look.put(page);
            look.check(page);
            if (ASKED) {
                look.keep(page, name);
            }
        }
        page.setViewportSize(before.width, before.height);
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.LIGHT));
    }

    private void put(Page page) {
        page.setViewportSize(width, height);
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
        page.waitForFunction(
                "() => document.getAnimations().every(moving => moving.playState !== 'running')");
    }

    /** In the dark only the colours are others. */
    private void check(Page page) {
        if (scheme == ColorScheme.DARK) {
            assertReadable(page);
        } else {
            assertAccessible(page);
        }
    }

    private void keep(Page page, String name) {
        page.screenshot(
                new Page.ScreenshotOptions()
                        .setPath(PICTURES.resolve(name + "-" + suffix() + ".png"))
                        .setFullPage(true));
    }

    private String suffix() {
        return width + "-" + scheme.name().toLowerCase(Locale.ROOT);
    }
}
