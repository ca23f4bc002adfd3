// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.eid;

import be.onthaal.common.NationalNumber;
import be.onthaal.common.Refused;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.Signature;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.naming.InvalidNameException;
import javax.naming.ldap.LdapName;
import javax.naming.ldap.Rdn;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;

/**
 * Believes a card when an issuer that is trusted made its certificate for signing in, and when its
 * key signed this address and what was asked: hash(origin) and hash(nonce), as Web eID says.
 */
@Component
@EnableConfigurationProperties(EidSettings.class)
class CardTokens {

    private static final Logger log = LoggerFactory.getLogger(CardTokens.class);
    private static final int LONGEST = 20_000;
    private static final int DIGITAL_SIGNATURE = 0;
    private static final String SIGNING_IN = "1.3.6.1.5.5.7.3.2";
    private static final String FORMAT = "web-eid:1";

    /** What the signatures of cards are called in Java, and the hash that belongs to each. */
    private static final Map<String, List<String>> ALGORITHMS =
            Map.of(
                    "ES256", List.of("SHA256withECDSAinP1363Format", "SHA-256"),
                    "ES384", List.of("SHA384withECDSAinP1363Format", "SHA-384"),
                    "ES512", List.of("SHA512withECDSAinP1363Format", "SHA-512"),
                    "RS256", List.of("SHA256withRSA", "SHA-256"),
                    "RS384", List.of("SHA384withRSA", "SHA-384"),
                    "RS512", List.of("SHA512withRSA", "SHA-512"));

    private final CardIssuers issuers;
    private final String origin;
    private final Clock clock;

    CardTokens(EidSettings settings, CardIssuers issuers, Clock clock) {
        this.issuers = issuers;
        this.origin = originOf(settings.origin());
        this.clock = clock;
    }

    boolean areTrusted() {
        return issuers.areTrusted();
    }

    CardHolder verify(ShownCard card) {
        try {
            X509Certificate certificate = certificate(card);
            boolean checked = issuers.vouchFor(certificate);
            check(card, certificate);
            return holder(certificate, checked);
        } catch (GeneralSecurityException | IllegalArgumentException | InvalidNameException wrong) {
            log.warn("A card is not believed: {}", wrong.getClass().getSimpleName());
            throw new Refused("eid.not-believed");
        }
    }

    private X509Certificate certificate(ShownCard card) throws GeneralSecurityException {
        if (!card.format().startsWith(FORMAT)
                || card.certificate().length() > LONGEST
                || card.signature().length() > LONGEST) {
            throw new GeneralSecurityException("no token of version 1");
        }
        byte[] bytes = Base64.getDecoder().decode(card.certificate());
        var certificate =
                (X509Certificate)
                        CertificateFactory.getInstance("X.509")
                                .generateCertificate(new ByteArrayInputStream(bytes));
        refuseOtherUse(certificate);
        try {
            certificate.checkValidity(Date.from(clock.instant()));
        } catch (GeneralSecurityException past) {
            throw new Refused("eid.expired");
        }
        return certificate;
    }

    /** The certificate for signing documents, or of an issuer, is no proof of who is here. */
    private static void refuseOtherUse(X509Certificate certificate)
            throws GeneralSecurityException {
        boolean[] usage = certificate.getKeyUsage();
        List<String> extended = certificate.getExtendedKeyUsage();
        boolean right =
                usage != null
                        && usage[DIGITAL_SIGNATURE]
                        && extended != null
                        && extended.contains(SIGNING_IN)
                        && certificate.getBasicConstraints() < 0;
        if (!right) {
            throw new GeneralSecurityException("a certificate for another use");
        }
    }

    private void check(ShownCard card, X509Certificate certificate)
            throws GeneralSecurityException {
        List<String> names = ALGORITHMS.get(card.algorithm());
        if (names == null) {
            throw new GeneralSecurityException("an algorithm that cards do not have");
        }
        Signature signature = Signature.getInstance(names.getFirst());
        signature.initVerify(certificate.getPublicKey());
        MessageDigest digest = MessageDigest.getInstance(names.getLast());
        signature.update(digest.digest(origin.getBytes(StandardCharsets.UTF_8)));
        signature.update(digest.digest(card.nonce().getBytes(StandardCharsets.UTF_8)));
        if (!signature.verify(Base64.getDecoder().decode(card.signature()))) {
            throw new GeneralSecurityException("the card signed something else");
        }
    }

    /** The names and the national number as Belgian cards carry them (SURNAME, GIVENNAME). */
    private static CardHolder holder(X509Certificate certificate, boolean checked)
            throws GeneralSecurityException, InvalidNameException {
        var subject =
                new LdapName(
                        certificate
                                .getSubjectX500Principal()
                                .getName(
                                        "RFC2253",
                                        Map.of(
                                                "2.5.4.4", "SN",
                                                "2.5.4.42", "GIVENNAME",
                                                "2.5.4.5", "SERIALNUMBER")));
        NationalNumber number =
                part(subject, "SERIALNUMBER")
                        .flatMap(NationalNumber::parse)
                        .orElseThrow(() -> new Refused("eid.no-number"));
        return new CardHolder(
                number,
                part(subject, "GIVENNAME").orElse(""),
                part(subject, "SN")
                        .orElseThrow(() -> new GeneralSecurityException("no family name")),
                checked);
    }

    private static Optional<String> part(LdapName subject, String type) {
        return subject.getRdns().stream()
                .filter(rdn -> rdn.getType().equalsIgnoreCase(type))
                .map(Rdn::getValue)
                .map(CardTokens::text)
                .filter(text -> !text.isBlank() && text.length() <= 200)
                .findFirst();
    }

    /** What has no type of its own comes as the bytes of an ASN.1 string. */
    private static String text(Object value) {
        return value instanceof byte[] bytes
                ? new String(bytes, 2, bytes.length - 2, StandardCharsets.UTF_8).strip()
                : value.toString().strip();
    }

    /** As browsers write it: without a path, and without a slash at the end. */
    private static String originOf(String address) {
        URI uri = URI.create(address);
        return uri.getScheme() + "://" + uri.getRawAuthority();
    }
}
