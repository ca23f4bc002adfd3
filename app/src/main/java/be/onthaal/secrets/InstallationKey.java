// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.secrets;

import be.onthaal.common.Tokens;
import be.onthaal.database.DatabaseSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Signs and seals with one key per purpose, derived from the secret of the installation: the
 * setting {@code onthaal.secret}, or a file that is made once in the data directory.
 */
@Component
public class InstallationKey {

    private static final String FILE = "installation-key";
    private static final int SHORTEST = 32;
    private static final int SIGNATURE = 16;
    private static final int NONCE = 12;
    private static final int TAG_BITS = 128;

    private final byte[] secret;
    private final SecureRandom random = new SecureRandom();

    InstallationKey(DatabaseSettings settings, @Value("${onthaal.secret:}") String given) {
        if (!given.isBlank() && given.length() < SHORTEST) {
            throw new IllegalArgumentException("onthaal.secret has fewer than 32 characters");
        }
        String text = given.isBlank() ? kept(settings.directory()) : given;
        this.secret = text.getBytes(StandardCharsets.UTF_8);
    }

    /** A signature of 128 bits in small hexadecimal digits that nobody else can make. */
    public String sign(String purpose, String text) {
        byte[] whole = mac(key(purpose), text.getBytes(StandardCharsets.UTF_8));
        return HexFormat.of().formatHex(whole, 0, SIGNATURE);
    }

    /** Compares in constant time. */
    public boolean verifies(String purpose, String text, String signature) {
        return MessageDigest.isEqual(
                sign(purpose, text).getBytes(StandardCharsets.US_ASCII),
                signature.getBytes(StandardCharsets.UTF_8));
    }

    /** Makes a text unreadable for whoever has only the database (AES-256-GCM). */
    public String seal(String purpose, String text) {
        byte[] nonce = new byte[NONCE];
        random.nextBytes(nonce);
        byte[] sealed =
                cipher(Cipher.ENCRYPT_MODE, purpose, nonce, text.getBytes(StandardCharsets.UTF_8));
        byte[] whole = Arrays.copyOf(nonce, NONCE + sealed.length);
        System.arraycopy(sealed, 0, whole, NONCE, sealed.length);
        return Base64.getEncoder().encodeToString(whole);
    }

    /** The text again; what was sealed with another key or purpose, or damaged, does not open. */
    public String open(String purpose, String sealed) {
        byte[] whole = Base64.getDecoder().decode(sealed);
        byte[] nonce = Arrays.copyOf(whole, NONCE);
        byte[] rest = Arrays.copyOfRange(whole, NONCE, whole.length);
        return new String(
                cipher(Cipher.DECRYPT_MODE, purpose, nonce, rest), StandardCharsets.UTF_8);
    }

    private byte[] cipher(int mode, String purpose, byte[] nonce, byte[] content) {
        try {
            Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(
                    mode,
                    new SecretKeySpec(key(purpose), "AES"),
                    new GCMParameterSpec(TAG_BITS, nonce));
            return cipher.doFinal(content);
        } catch (GeneralSecurityException failure) {
            throw new IllegalStateException("Sealed with another installation key", failure);
        }
    }

    private byte[] key(String purpose) {
        return mac(secret, purpose.getBytes(StandardCharsets.UTF_8));
    }

    private static byte[] mac(byte[] key, byte[] content) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return mac.doFinal(content);
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException("Every Java has HmacSHA256", missing);
        }
    }

    /** Made whole and then linked, so that two processes that start at once read the same key. */
    private static String kept(Path directory) {
        Path file = directory.toAbsolutePath().normalize().resolve(FILE);
        try {
            if (!Files.exists(file)) {
                Files.createDirectories(file.getParent());
                Path draft =
                        Files.createTempFile(
                                file.getParent(),
                                FILE,
                                ".new",
                                PosixFilePermissions.asFileAttribute(
                                        PosixFilePermissions.fromString("rw-------")));
                Files.writeString(draft, new Tokens().draw().value());
                link(file, draft);
            }
            return Files.readString(file);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static void link(Path file, Path draft) throws IOException {
        try {
            Files.createLink(file, draft);
        } catch (FileAlreadyExistsException other) {
            // Another process was first; its key counts.
        } finally {
            Files.delete(draft);
        }
    }
}
