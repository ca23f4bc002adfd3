// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.webhooks.internal;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.util.List;

/**
 * Which addresses on the network anybody may have us call: those of the public internet and nothing
 * of our own surroundings (IANA special-purpose registries, RFC 6890).
 */
public final class Addresses {

    private static final List<Range> V4 =
            List.of(
                    Range.of("0.0.0.0", 8),
                    Range.of("10.0.0.0", 8),
                    Range.of("100.64.0.0", 10),
                    Range.of("127.0.0.0", 8),
                    Range.of("169.254.0.0", 16),
                    Range.of("172.16.0.0", 12),
                    Range.of("192.0.0.0", 24),
                    Range.of("192.0.2.0", 24),
                    Range.of("192.88.99.0", 24),
                    Range.of("192.168.0.0", 16),
                    Range.of("198.18.0.0", 15),
                    Range.of("198.51.100.0", 24),
                    Range.of("203.0.113.0", 24),
                    Range.of("224.0.0.0", 3));

    /** Of IPv6 only global unicast is public, without what leads on to an IPv4 address. */
    private static final Range GLOBAL = Range.of("2000::", 3);

    private static final List<Range> V6 =
            List.of(
                    Range.of("2001::", 23),
                    Range.of("2001:db8::", 32),
                    Range.of("2002::", 16),
                    Range.of("3fff::", 20));

    private Addresses() {}

    /** True for an address of the public internet. */
    public static boolean isPublic(InetAddress address) {
        byte[] bytes = address.getAddress();
        if (address instanceof Inet4Address) {
            return V4.stream().noneMatch(range -> range.holds(bytes));
        }
        return GLOBAL.holds(bytes) && V6.stream().noneMatch(range -> range.holds(bytes));
    }

    private record Range(byte[] start, int bits) {

        static Range of(String literal, int bits) {
            return new Range(InetAddress.ofLiteral(literal).getAddress(), bits);
        }

        boolean holds(byte[] address) {
            for (int bit = 0; bit < bits; bit++) {
                int mask = 0x80 >> (bit % 8);
                if ((address[bit / 8] & mask) != (start[bit / 8] & mask)) {
                    return false;
                }
            }
            return true;
        }
    }
}
