// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.simulators.eid;

import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;

/** Writes ASN.1 as certificates need it (X.690, distinguished encoding). */
final class Der {

    private static final DateTimeFormatter UTC = DateTimeFormatter.ofPattern("yyMMddHHmmss'Z'");

    private static final DateTimeFormatter GENERAL =
            DateTimeFormatter.ofPattern("yyyyMMddHHmmss'Z'");

    private Der() {}

    static byte[] sequence(byte[]... parts) {
        return tagged(0x30, joined(parts));
    }

    static byte[] set(byte[]... parts) {
        return tagged(0x31, joined(parts));
    }

    static byte[] integer(long value) {
        return tagged(0x02, BigInteger.valueOf(value).toByteArray());
    }

    static byte[] bool(boolean value) {
        return tagged(0x01, new byte[] {(byte) (value ? 0xff : 0)});
    }

    static byte[] text(String value) {
        return tagged(0x0c, value.getBytes(StandardCharsets.UTF_8));
    }

    static byte[] printable(String value) {
        return tagged(0x13, value.getBytes(StandardCharsets.US_ASCII));
    }

    static byte[] time(Instant moment) {
        return tagged(
                0x17,
                UTC.format(moment.atOffset(ZoneOffset.UTC)).getBytes(StandardCharsets.US_ASCII));
    }

    /** A moment of any century. */
    static byte[] generalTime(Instant moment) {
        return tagged(
                0x18,
                GENERAL.format(moment.atOffset(ZoneOffset.UTC))
                        .getBytes(StandardCharsets.US_ASCII));
    }

    static byte[] enumerated(int value) {
        return tagged(0x0a, new byte[] {(byte) value});
    }

    /** A part that is known by its place, whose own type is left out. */
    static byte[] implicit(int number, boolean made, byte[] content) {
        return tagged((made ? 0xa0 : 0x80) + number, content);
    }

    /**
     * The value at a place in an encoding, with its tag: of each level the how manieth sequence,
     * parts that are known by their place left out.
     */
    static byte[] sequenceAt(byte[] encoding, int depth) {
        byte[] value = encoding;
        for (int level = 0; level < depth; level++) {
            int at = 1 + lengthBytes(value, 0);
            while ((value[at] & 0xff) != 0x30) {
                at += 1 + lengthBytes(value, at) + length(value, at);
            }
            int end = at + 1 + lengthBytes(value, at) + length(value, at);
            value = Arrays.copyOfRange(value, at, end);
        }
        return value;
    }

    private static int lengthBytes(byte[] encoding, int at) {
        int first = encoding[at + 1] & 0xff;
        return first < 0x80 ? 1 : 1 + (first & 0x7f);
    }

    private static int length(byte[] encoding, int at) {
        int first = encoding[at + 1] & 0xff;
        int length = first < 0x80 ? first : 0;
        for (int i = 0; i < (first < 0x80 ? 0 : first & 0x7f); i++) {
            length = length << 8 | encoding[at + 2 + i] & 0xff;
        }
        return length;
    }

    static byte[] octets(byte[] content) {
        return tagged(0x04, content);
    }

    /** A string of bits, of which the last few may not count. */
    static byte[] bits(int unused, byte... content) {
        return tagged(0x03, joined(new byte[] {(byte) unused}, content));
    }

    static byte[] explicit(int number, byte[] content) {
        return tagged(0xa0 + number, content);
    }

    static byte[] oid(String dotted) {
        String[] numbers = dotted.split("\\.");
        var content = new ByteArrayOutputStream();
        content.write(Integer.parseInt(numbers[0]) * 40 + Integer.parseInt(numbers[1]));
        for (int i = 2; i < numbers.length; i++) {
            int value = Integer.parseInt(numbers[i]);
            for (int shift = 28; shift > 0; shift -= 7) {
                if (value >> shift > 0) {
                    content.write(0x80 | (value >> shift & 0x7f));
                }
            }
            content.write(value & 0x7f);
        }
        return tagged(0x06, content.toByteArray());
    }

    private static byte[] tagged(int tag, byte[] content) {
        var whole = new ByteArrayOutputStream();
        whole.write(tag);
        if (content.length >= 0x100) {
            whole.write(0x82);
            whole.write(content.length >> 8);
        } else if (content.length >= 0x80) {
            whole.write(0x81);
        }
        whole.write(content.length & 0xff);
        whole.writeBytes(content);
        return whole.toByteArray();
    }

    private static byte[] joined(byte[]... parts) {
        var whole = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            whole.writeBytes(part);
        }
        return whole.toByteArray();
    }
}
