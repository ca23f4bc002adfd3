// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import be.onthaal.access.AccountId;
import be.onthaal.testing.AsOwner;
import be.onthaal.testing.TownFixtures;
import com.google.zxing.BinaryBitmap;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Map;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import javax.imageio.ImageIO;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Signing in with the provider of identities and with a telephone, as people do it. */
@DemoTownTest
class SignInScreensTest {

    private static final String PASSWORD = "een lang wachtwoord";

    @LocalServerPort int port;
    @Autowired TownFixtures towns;
    @Autowired AsOwner owner;

    @Test
    void theProviderLetsInWhomItKnows() {
        try (Chromium chromium = Chromium.at(port)) {
            Page page = chromium.desk();
            page.navigate("/postvak");
            see(page, "Welkom bij Onthaal", "oidc-1-signin");
            leave(page);
            see(page, "Wie bent u?", "oidc-2-provider");
            choose(page, "Els Verbeeck", "Gemeente Denderleeuw");
            assertThat(page.getByRole(AriaRole.ALERT)).containsText("niet voor dit bestuur");
            see(page, "Welkom bij Onthaal", "oidc-3-elsewhere");
            leave(page);
            choose(page, "Sofie Lenaerts", "Stad Mortsel");
            assertThat(page.getByRole(AriaRole.ALERT)).containsText("Geef dit kenmerk door");
            see(page, "Welkom bij Onthaal", "oidc-4-unknown");
            leave(page);
            page.getByRole(AriaRole.BUTTON, button("Afbreken")).click();
            assertThat(page.getByRole(AriaRole.ALERT)).containsText("U brak het aanmelden af");
            page.navigate("/postvak");
            leave(page);
            choose(page, "Tom Claes", "Stad Mortsel");
            page.waitForURL(Pattern.compile(".*/postvak"));
            assertThat(page.locator("h1").first()).isVisible();
            page.navigate("/instellingen/aanmelden");
            see(page, "Tweede stap bij het aanmelden", "oidc-5-needless");
            administrate(chromium.desk());
        }
    }

    @Test
    void aTelephoneIsTheSecondStep() throws Exception {
        String login = "rita.goossens@mortsel.example";
        AccountId account = giveAPassword(login);
        try (Chromium chromium = Chromium.at(port)) {
            Page page = chromium.desk();
            page.navigate("/instellingen/aanmelden");
            password(page, login);
            see(page, "Tweede stap bij het aanmelden", "totp-1-off");
            page.getByRole(AriaRole.BUTTON, button("Inschakelen")).click();
            see(page, "Tweede stap bij het aanmelden", "totp-2-scan");
            String secret = page.locator("#secret").innerText().replace(" ", "");
            Assertions.assertThat(read(page.locator("svg.qr")))
                    .startsWith("otpauth://totp/Onthaal:")
                    .contains("secret=" + secret);
            page.locator("#code").fill(code(secret, 0));
            page.getByRole(AriaRole.BUTTON, button("Bevestigen")).click();
            assertThat(page.locator(".recovery-codes li")).hasCount(10);
            see(page, "Tweede stap bij het aanmelden", "totp-3-codes");
            String recovery = page.locator(".recovery-codes code").first().innerText();
            page.getByRole(AriaRole.LINK, link("Ik heb ze bewaard")).click();
            see(page, "Tweede stap bij het aanmelden", "totp-4-on");

            Page again = chromium.desk();
            again.navigate("/aanmelden");
            password(again, login);
            see(again, "Nog één stap", "totp-5-code");
            again.locator("#code").fill("000000");
            again.getByRole(AriaRole.BUTTON, button("Aanmelden").setExact(true)).click();
            assertThat(again.getByRole(AriaRole.ALERT)).containsText("Deze code klopt niet");
            see(again, "Nog één stap", "totp-6-wrong");
            again.locator("#code").fill(code(secret, 1));
            again.getByRole(AriaRole.BUTTON, button("Aanmelden").setExact(true)).click();
            assertThat(again.locator("nav.nav, nav.tabbar").first()).isAttached();

            page.locator("#code").fill(recovery);
            page.getByRole(AriaRole.BUTTON, button("Uitschakelen")).click();
            assertThat(page.locator("h2", new Page.LocatorOptions().setHasText("staat uit")))
                    .isVisible();
        } finally {
            owner.execute(
                    "delete from access.second_step where account_id = '%s'".formatted(account));
        }
    }

    @Test
    void theButtonNeedsNoMouse() {
        try (Chromium chromium = Chromium.at(port)) {
            Page page = chromium.desk();
            page.navigate("/aanmelden");
            Locator way = page.getByRole(AriaRole.LINK, link("Aanmelden met Toegang (ACM/IDM)"));
            way.focus();
            page.keyboard().press("Enter");
            page.getByRole(AriaRole.BUTTON, button("Nadia El Amrani")).focus();
            page.keyboard().press("Enter");
            assertThat(page.locator("nav.nav, nav.tabbar").first()).isAttached();
        }
    }

    /** An administrator, himself let in by the provider, sees how a colleague is known. */
    private void administrate(Page page) {
        page.navigate("/beheer");
        leave(page);
        choose(page, "Bram Maes", "Stad Mortsel");
        page.waitForURL(Pattern.compile(".*/beheer"));
        page.getByRole(AriaRole.LINK, link("Tom Claes")).click();
        see(page, "Tom Claes", "oidc-6-colleague");
    }

    private AccountId giveAPassword(String login) {
        AccountId account =
                AccountId.of(
                        owner.column(
                                        "select id from access.account where login = '%s'"
                                                .formatted(login))
                                .getFirst());
        towns.password(account, PASSWORD);
        return account;
    }

    private static void password(Page page, String login) {
        page.locator("#login").fill(login);
        page.locator("#password").fill(PASSWORD);
        page.getByRole(AriaRole.BUTTON, button("Aanmelden").setExact(true)).click();
    }

    private static void leave(Page page) {
        page.getByRole(AriaRole.LINK, link("Aanmelden met Toegang (ACM/IDM)")).click();
        assertThat(page.getByRole(AriaRole.BUTTON, button("Afbreken"))).isVisible();
    }

    private static void choose(Page page, String name, String organisation) {
        page.locator("button")
                .filter(new Locator.FilterOptions().setHasText(name))
                .filter(new Locator.FilterOptions().setHasText(organisation))
                .click();
    }

    private static void see(Page page, String heading, String name) {
        assertThat(page.locator("h1").first()).hasText(heading);
        Look.each(page, name);
    }

    /** What a telephone reads from the screen. */
    private static String read(Locator square) throws Exception {
        BufferedImage image = ImageIO.read(new ByteArrayInputStream(square.screenshot()));
        int[] pixels =
                image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
        var source = new RGBLuminanceSource(image.getWidth(), image.getHeight(), pixels);
        return new QRCodeReader()
                .decode(new BinaryBitmap(new HybridBinarizer(source)), Map.of())
                .getText();
    }

    /** As an app on a telephone sums it, so many times thirty seconds from now. */
    private static String code(String secret, int ahead) throws Exception {
        String alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
        var bits = new StringBuilder();
        for (char one : secret.toCharArray()) {
            String five = Integer.toBinaryString(alphabet.indexOf(one) + 32);
            bits.append(five, 1, 6);
        }
        byte[] key = new byte[bits.length() / 8];
        for (int i = 0; i < key.length; i++) {
            key[i] = (byte) Integer.parseInt(bits.substring(8 * i, 8 * i + 8), 2);
        }
        long step = Instant.now().getEpochSecond() / 30 + ahead;
        Mac mac = Mac.getInstance("HmacSHA1");
        mac.init(new SecretKeySpec(key, "HmacSHA1"));
        byte[] hash = mac.doFinal(ByteBuffer.allocate(8).putLong(step).array());
        int number = ByteBuffer.wrap(hash, hash[19] & 0xf, 4).getInt() & 0x7fffffff;
        return "%06d".formatted(number % 1_000_000);
    }

    private static Page.GetByRoleOptions button(String name) {
        return new Page.GetByRoleOptions().setName(name);
    }

    private static Page.GetByRoleOptions link(String name) {
        return new Page.GetByRoleOptions().setName(name);
    }
}
