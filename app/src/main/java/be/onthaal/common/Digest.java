// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.common;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;

/** The SHA-256 of a content, in 64 small hexadecimal digits: its name in the file store. */
public record Digest(String hex) {

    private static final int LENGTH = 64;

    public Digest {
        if (!isValid(hex)) {
            throw new IllegalArgumentException("Not a SHA-256 in small hexadecimal digits");
        }
    }

    public static Optional<Digest> parse(String text) {
        return isValid(text) ? Optional.of(new Digest(text)) : Optional.empty();
    }

    public static Digest of(byte[] content) {
        return ofHash(sha256().digest(content));
    }

    /** The digest of a text in UTF-8. */
    public static Digest of(String text) {
        return of(text.getBytes(StandardCharsets.UTF_8));
    }

    public static Digest of(InputStream content) throws IOException {
        return whileCopying(content, OutputStream.nullOutputStream());
    }

    /** Copies a content and tells its digest, so that a large file is read only once. */
    public static Digest whileCopying(InputStream content, OutputStream target) throws IOException {
        var digesting = new DigestOutputStream(target, sha256());
        content.transferTo(digesting);
        digesting.flush();
        return ofHash(digesting.getMessageDigest().digest());
    }

    public byte[] bytes() {
        return HexFormat.of().parseHex(hex);
    }

    /** Compares in constant time, for digests of secrets. */
    public boolean matches(Digest other) {
        return MessageDigest.isEqual(bytes(), other.bytes());
    }

    private static Digest ofHash(byte[] hash) {
        return new Digest(HexFormat.of().formatHex(hash));
    }

    private static boolean isValid(String hex) {
        return hex.length() == LENGTH
                && hex.chars().allMatch(c -> (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f'));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("Every Java has SHA-256", missing);
        }
    }
}
