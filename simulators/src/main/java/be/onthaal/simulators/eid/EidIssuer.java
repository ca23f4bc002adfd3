// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.simulators.eid;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.ECGenParameterSpec;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Issues cards as the Citizen CA of Belgium does: elliptic curve P-384, one certificate for signing
 * in, the names and the national number in its subject.
 */
public final class EidIssuer {

    private static final Clock CLOCK = Clock.systemUTC();
    private static final byte[] ALGORITHM = Der.sequence(Der.oid("1.2.840.10045.4.3.3"));
    private static final Duration LIFE = Duration.ofDays(3_650);
    private static final byte DIGITAL_SIGNATURE = (byte) 0x80;
    private static final byte CERTIFICATES = 0x04;

    private final AtomicLong serial = new AtomicLong(1_000);
    private final KeyPair keys = draw();
    private final byte[] name;
    private final byte[] certificate;

    private final String statusAddress;

    private EidIssuer(String called, String statusAddress) {
        this.statusAddress = statusAddress;
        this.name = Der.sequence(part("2.5.4.6", Der.printable("BE")), part("2.5.4.3", called));
        Instant now = CLOCK.instant();
        this.certificate =
                certificate(
                        new Content(
                                name,
                                keys.getPublic(),
                                now.minus(LIFE),
                                now.plus(LIFE),
                                issuing()));
    }

    /** An issuer with this name and a key of its own. */
    public static EidIssuer called(String name) {
        return new EidIssuer(name, "");
    }

    /** The same, whose cards say where to ask whether they were stopped (RFC 6960). */
    public static EidIssuer called(String name, String statusAddress) {
        return new EidIssuer(name, statusAddress);
    }

    /** What is wrong with a card, or what it is for. */
    public enum Use {
        SIGNING_IN,
        /**
         * The other certificate on the card: its signature counts, and says nothing of who is here.
         */
        SIGNING_DOCUMENTS,
        EXPIRED,
        NO_NUMBER
    }

    private record Content(
            byte[] subject, PublicKey key, Instant from, Instant until, byte[] extensions) {}

    /** A card for somebody. */
    public EidCard issue(String givenNames, String familyName, String number, Use use) {
        Instant now = CLOCK.instant();
        byte[] common = part("2.5.4.3", givenNames + " " + familyName + " (Authentication)");
        byte[] country = part("2.5.4.6", Der.printable("BE"));
        byte[] family = part("2.5.4.4", familyName);
        byte[] given = part("2.5.4.42", givenNames);
        byte[] numbered = part("2.5.4.5", Der.printable(number));
        byte[] subject =
                use == Use.NO_NUMBER
                        ? Der.sequence(country, common, family, given)
                        : Der.sequence(country, common, family, given, numbered);
        Instant until = use == Use.EXPIRED ? now.minus(Duration.ofDays(1)) : now.plus(LIFE);
        KeyPair drawn = draw();
        return new EidCard(
                drawn,
                certificate(
                        new Content(
                                subject, drawn.getPublic(), now.minus(LIFE), until, holding(use))));
    }

    /** Writes its certificate down where an installation reads whom it trusts. */
    public void publish(Path file) {
        String base = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(certificate);
        String pem = "-----BEGIN CERTIFICATE-----\n" + base + "\n-----END CERTIFICATE-----\n";
        try {
            Files.writeString(file, pem, StandardCharsets.US_ASCII);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private byte[] certificate(Content content) {
        byte[] said =
                Der.sequence(
                        Der.explicit(0, Der.integer(2)),
                        Der.integer(serial.incrementAndGet()),
                        ALGORITHM,
                        name,
                        Der.sequence(Der.time(content.from()), Der.time(content.until())),
                        content.subject(),
                        content.key().getEncoded(),
                        Der.explicit(3, content.extensions()));
        return signed(said);
    }

    private static byte[] issuing() {
        return Der.sequence(
                extension("2.5.29.19", Der.sequence(Der.bool(true))),
                extension("2.5.29.15", Der.bits(2, CERTIFICATES)));
    }

    private byte[] holding(Use use) {
        String purpose = use == Use.SIGNING_DOCUMENTS ? "1.3.6.1.5.5.7.3.4" : "1.3.6.1.5.5.7.3.2";
        return Der.sequence(
                extension("2.5.29.15", Der.bits(7, DIGITAL_SIGNATURE)),
                extension("2.5.29.37", Der.sequence(Der.oid(purpose))),
                asking());
    }

    private byte[] asking() {
        byte[] address = statusAddress.getBytes(StandardCharsets.US_ASCII);
        return statusAddress.isEmpty()
                ? new byte[0]
                : Der.sequence(
                        Der.oid("1.3.6.1.5.5.7.1.1"),
                        Der.octets(
                                Der.sequence(
                                        Der.sequence(
                                                Der.oid("1.3.6.1.5.5.7.48.1"),
                                                Der.implicit(6, false, address)))));
    }

    /** Signs what it says of a card. */
    byte[] signed(byte[] said) {
        try {
            Signature signature = Signature.getInstance("SHA384withECDSA");
            signature.initSign(keys.getPrivate());
            signature.update(said);
            return Der.sequence(said, ALGORITHM, Der.bits(0, signature.sign()));
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException(missing);
        }
    }

    byte[] name() {
        return name.clone();
    }

    private static byte[] extension(String oid, byte[] content) {
        return Der.sequence(Der.oid(oid), Der.bool(true), Der.octets(content));
    }

    private static byte[] part(String oid, String value) {
        return part(oid, Der.text(value));
    }

    private static byte[] part(String oid, byte[] value) {
        return Der.set(Der.sequence(Der.oid(oid), value));
    }

    private static KeyPair draw() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp384r1"));
            return generator.generateKeyPair();
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException(missing);
        }
    }
}
