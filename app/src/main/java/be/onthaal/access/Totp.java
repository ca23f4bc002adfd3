// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.access;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Locale;
import java.util.OptionalLong;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Codes of six digits that change every thirty seconds (RFC 6238, with the sums of RFC 4226). */
final class Totp {

    static final int SECONDS = 30;
    static final int DIGITS = 6;
    private static final int WINDOW = 1;
    private static final int SECRET = 20;
    private static final String BASE32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    private static final int BITS = 5;

    private Totp() {}

    /** A new secret, as people type it over and telephones read it: base 32. */
    static String draw(SecureRandom random) {
        byte[] bytes = new byte[SECRET];
        random.nextBytes(bytes);
        return written(bytes);
    }

    /** The thirty seconds in which this code is right: now, just before or just after. */
    static OptionalLong match(String secret, String code, Instant now) {
        byte[] key = read(secret);
        long current = Math.floorDiv(now.getEpochSecond(), (long) SECONDS);
        OptionalLong found = OptionalLong.empty();
        for (long step = current - WINDOW; step <= current + WINDOW; step++) {
            byte[] right = code(key, step, DIGITS).getBytes(StandardCharsets.US_ASCII);
            if (MessageDigest.isEqual(right, code.getBytes(StandardCharsets.UTF_8))) {
                found = OptionalLong.of(step);
            }
        }
        return found;
    }

    /** The code of a secret at a moment. */
    static String at(String secret, Instant moment) {
        return code(read(secret), Math.floorDiv(moment.getEpochSecond(), (long) SECONDS), DIGITS);
    }

    static String code(byte[] key, long step, int digits) {
        try {
            Mac mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(key, "HmacSHA1"));
            byte[] hash = mac.doFinal(ByteBuffer.allocate(Long.BYTES).putLong(step).array());
            int offset = hash[hash.length - 1] & 0xf;
            int number = ByteBuffer.wrap(hash, offset, Integer.BYTES).getInt() & 0x7fff_ffff;
            String all = "%010d".formatted(number);
            return all.substring(all.length() - digits);
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException("Every Java has HmacSHA1", missing);
        }
    }

    private static String written(byte[] bytes) {
        var text = new StringBuilder();
        int held = 0;
        int bits = 0;
        for (byte one : bytes) {
            held = (held << Byte.SIZE) | (one & 0xff);
            bits += Byte.SIZE;
            while (bits >= BITS) {
                bits -= BITS;
                text.append(BASE32.charAt((held >> bits) & 0x1f));
            }
        }
        return text.toString();
    }

    private static byte[] read(String secret) {
        ByteBuffer bytes = ByteBuffer.allocate(secret.length() * BITS / Byte.SIZE);
        int held = 0;
        int bits = 0;
        for (char one : secret.toUpperCase(Locale.ROOT).toCharArray()) {
            held = (held << BITS) | BASE32.indexOf(one);
            bits += BITS;
            if (bits >= Byte.SIZE) {
                bits -= Byte.SIZE;
                bytes.put((byte) (held >> bits));
            }
        }
        return bytes.array();
    }
}
