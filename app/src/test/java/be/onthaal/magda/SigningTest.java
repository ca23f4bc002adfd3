// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.magda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import be.onthaal.magda.MagdaSettings.Breaker;
import be.onthaal.magda.MagdaSettings.Keys;
import be.onthaal.magda.MagdaSettings.Patience;
import be.onthaal.magda.MagdaSettings.Sender;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.apache.xml.security.Init;
import org.apache.xml.security.signature.XMLSignature;
import org.apache.xml.security.utils.Constants;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.util.unit.DataSize;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** Signed questions, judged by another implementation of XML signatures than the one that signs. */
class SigningTest {

    private static final Instant NOW = Instant.parse("2026-11-23T10:15:30.123Z");
    private static final String PASSWORD = KeyStores.PASSWORD;

    @TempDir Path folder;

    @Test
    void theBodyAndTheTimeStampAreSignedByTheKeyOfTheAuthority() throws Exception {
        byte[] sent = signed("RSA", "");

        assertThat(covered(sent)).containsExactly("body", "stamp");
        assertThat(holds(sent)).isTrue();
        XPaths xml = XPaths.of(sent);
        assertThat(xml.all("//*[local-name() = 'Created']"))
                .containsExactly("2026-11-23T10:15:30.123Z");
        assertThat(xml.all("//*[local-name() = 'Expires']"))
                .containsExactly("2026-11-23T10:20:30.123Z");
        assertThat(xml.all("//*[local-name() = 'SignatureMethod']/@Algorithm"))
                .containsExactly("http://www.w3.org/2001/04/xmldsig-more#rsa-sha256");
    }

    @Test
    void anEllipticKeySignsToo() throws Exception {
        assertThat(holds(signed("EC", ""))).isTrue();
    }

    @Test
    void anythingThatChangesBreaksTheSignature() throws Exception {
        String sent = new String(signed("RSA", ""), StandardCharsets.UTF_8);

        assertThat(holds(sent.replace("90610100123", "90610100124"))).isFalse();
        assertThat(holds(sent.replace("10:20:30.123Z", "11:20:30.123Z"))).isFalse();
        assertThat(holds(sent)).isTrue();
    }

    @Test
    void anAuthorityMaySignWithAKeyOfItsOwn() throws Exception {
        Path store = store("RSA", "eerste");
        KeyStores.add(store, "EC", "tweede", "Proefdorp");

        byte[] sent = signed(store, "tweede");

        assertThat(XPaths.of(sent).all("//*[local-name() = 'SignatureMethod']/@Algorithm"))
                .containsExactly("http://www.w3.org/2001/04/xmldsig-more#ecdsa-sha256");
        assertThat(holds(sent)).isTrue();
    }

    @Test
    void aKeyStoreThatDoesNotOpenStopsTheStartWithTheNameOfTheSetting() throws Exception {
        Path store = store("RSA", "eerste");

        assertThatThrownBy(() -> new Signing(settings(store, "fout-wachtwoord")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("onthaal.magda.keys.file");
    }

    @Test
    void passwordsAreNotTold() {
        assertThat(settings(folder.resolve("x.p12"), PASSWORD).toString()).doesNotContain(PASSWORD);
    }

    @Test
    void questionsLeaveOverTlsOrNotAtAll() {
        assertThatThrownBy(() ->
                        new MagdaSettings(
                                "http://magda.example/soap",
                                Map.of(),
                                Map.of(),
                                new Keys("", ""),
                                patience(),
                                new Breaker(5, Duration.ofSeconds(30)),
                                DataSize.ofMegabytes(1)))
                .hasMessageContaining("no TLS");
    }

    private byte[] signed(String algorithm, String alias) throws Exception {
        return signed(store(algorithm, "sleutel"), alias);
    }

    private static byte[] signed(Path store, String alias) {
        var sender = new Sender("proefdorp.be/onthaal", "", alias);
        Question<Boolean> question =
                Question.about(
                        MagdaService.PERSON,
                        "90610100123",
                        content -> content.branch("Criteria").leaf("INSZ", "90610100123"),
                        content -> true);
        Document message =
                RequestWriter.write(new RequestWriter.Request(question, sender, "referte", NOW));
        return Xml.write(new Signing(settings(store, PASSWORD)).sign(message, sender, NOW));
    }

    static MagdaSettings settings(Path store, String password) {
        return new MagdaSettings(
                "https://magda.example/soap",
                Map.of(),
                Map.of(),
                new Keys(store.toString(), password),
                patience(),
                new Breaker(5, Duration.ofSeconds(30)),
                DataSize.ofMegabytes(1));
    }

    private static Patience patience() {
        return new Patience(
                Duration.ofSeconds(1),
                Duration.ofSeconds(1),
                Duration.ofSeconds(1),
                1,
                Duration.ofMillis(1));
    }

    private Path store(String algorithm, String alias) throws Exception {
        return KeyStores.add(
                folder.resolve("sleutels-" + algorithm + ".p12"), algorithm, alias, "Proefdorp");
    }

    private static boolean holds(String message) throws Exception {
        return holds(message.getBytes(StandardCharsets.UTF_8));
    }

    /** Apache Santuario, from the bytes as they travel, with the certificate that travels along. */
    private static boolean holds(byte[] message) throws Exception {
        Init.init();
        Document document = XPaths.of(message).document();
        NodeList all = document.getElementsByTagNameNS("*", "*");
        for (int i = 0; i < all.getLength(); i++) {
            if (all.item(i) instanceof Element element
                    && element.hasAttributeNS(Signing.UTILITY, "Id")) {
                element.setIdAttributeNS(Signing.UTILITY, "Id", true);
            }
        }
        Element token =
                (Element)
                        document.getElementsByTagNameNS(Signing.SECURITY, "BinarySecurityToken")
                                .item(0);
        byte[] encoded = Base64.getDecoder().decode(token.getTextContent());
        var certificate =
                (X509Certificate)
                        CertificateFactory.getInstance("X.509")
                                .generateCertificate(new ByteArrayInputStream(encoded));
        Element signature =
                (Element)
                        document.getElementsByTagNameNS(Constants.SignatureSpecNS, "Signature")
                                .item(0);
        return new XMLSignature(signature, "").checkSignatureValue(certificate);
    }

    private static List<String> covered(byte[] message) {
        return XPaths.of(message).all("//*[local-name() = 'SignedInfo']/*/@URI").stream()
                .map(uri -> uri.substring(1))
                .toList();
    }
}
