// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.database;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.UUID;

/** Identities that sort by the moment they were made (UUIDv7, RFC 9562). */
public final class Ids {

    private static final SecureRandom RANDOM = new SecureRandom();

    private Ids() {}

    /** The identity of this millisecond; an identity is not a moment of business, so no clock. */
    public static UUID next() {
        long millis = System.currentTimeMillis();
        long high = (millis << 16) | 0x7000L | (RANDOM.nextInt() & 0x0fffL);
        long low = (RANDOM.nextLong() & 0x3fff_ffff_ffff_ffffL) | 0x8000_0000_0000_0000L;
        return new UUID(high, low);
    }

    /** The first identity that anything made at this moment or later can have. */
    public static UUID first(Instant moment) {
        return new UUID(moment.toEpochMilli() << 16 | 0x7000L, 0x8000_0000_0000_0000L);
    }

    /** When the thing with this identity was made, to the millisecond. */
    public static Instant madeAt(UUID id) {
        return Instant.ofEpochMilli(id.getMostSignificantBits() >>> 16);
    }
}
