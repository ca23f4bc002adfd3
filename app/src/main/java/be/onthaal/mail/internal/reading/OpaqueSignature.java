// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.mail.internal.reading;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;

/**
 * Looks inside an S/MIME envelope (CMS, RFC 5652): tells signed from encrypted, and takes the mail
 * out of one that is only signed, so that it can be read without its key.
 */
final class OpaqueSignature {

    private static final byte[] SIGNED = HexFormat.of().parseHex("2A864886F70D010702");
    private static final int SEQUENCE = 0x30;
    private static final int SET = 0x31;
    private static final int OBJECT_ID = 0x06;
    private static final int OCTETS = 0x04;
    private static final int CONSTRUCTED_OCTETS = 0x24;
    private static final int CONTEXT_0 = 0xA0;
    private static final int INTEGER = 0x02;
    private static final int DEEPEST = 8;

    private final byte[] der;
    private int at;

    private OpaqueSignature(byte[] der) {
        this.der = der;
    }

    /** The signed mail, or empty when the envelope is encrypted or damaged. */
    static Optional<byte[]> findContent(byte[] envelope) {
        try {
            return new OpaqueSignature(envelope).content();
        } catch (IndexOutOfBoundsException e) {
            return Optional.empty();
        }
    }

    private Optional<byte[]> content() {
        boolean signed = enter(SEQUENCE) && Arrays.equals(value(OBJECT_ID), SIGNED);
        if (!signed || !enter(CONTEXT_0) || !enter(SEQUENCE)) {
            return Optional.empty();
        }
        skip(INTEGER);
        skip(SET);
        if (!enter(SEQUENCE)) {
            return Optional.empty();
        }
        skip(OBJECT_ID);
        if (!enter(CONTEXT_0)) {
            return Optional.empty();
        }
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        return collect(content, 0) ? Optional.of(content.toByteArray()) : Optional.empty();
    }

    /** Octets come in one piece or, from programs that stream, in many. */
    private boolean collect(ByteArrayOutputStream content, int depth) {
        int tag = der[at] & 0xFF;
        if (tag == OCTETS) {
            content.writeBytes(value(OCTETS));
            return true;
        }
        if (tag != CONSTRUCTED_OCTETS || depth > DEEPEST) {
            return false;
        }
        at++;
        int length = length();
        int end = length < 0 ? der.length : at + length;
        while (at < end && !(length < 0 && der[at] == 0)) {
            if (!collect(content, depth + 1)) {
                return false;
            }
        }
        at += length < 0 ? 2 : 0;
        return true;
    }

    private boolean enter(int tag) {
        if ((der[at] & 0xFF) != tag) {
            return false;
        }
        at++;
        length();
        return true;
    }

    private byte[] value(int tag) {
        if ((der[at] & 0xFF) != tag) {
            return new byte[0];
        }
        at++;
        int length = length();
        if (length < 0 || length > der.length - at) {
            throw new IndexOutOfBoundsException(at);
        }
        byte[] value = Arrays.copyOfRange(der, at, at + length);
        at += length;
        return value;
    }

    private void skip(int tag) {
        value(tag);
    }

    /** The length of what follows, or -1 when it is only marked by its end. */
    private int length() {
        int first = der[at++] & 0xFF;
        if (first < 0x80) {
            return first;
        }
        int count = first & 0x7F;
        if (count == 0) {
            return -1;
        }
        if (count > 4) {
            throw new IndexOutOfBoundsException(at);
        }
        int length = 0;
        for (int i = 0; i < count; i++) {
            length = (length << 8) | (der[at++] & 0xFF);
        }
        if (length < 0) {
            throw new IndexOutOfBoundsException(at);
        }
        return length;
    }
}
