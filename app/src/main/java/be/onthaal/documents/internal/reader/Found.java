// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.documents.internal.reader;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/**
 * What a reading process found in a file.
 *
 * @param type what it is by its content; empty when that could not be told
 * @param reason the code of why it could not be read, or of what is wrong with it; empty when fine
 * @param read whether it was read all the same
 * @param pages how many it has, if it has any
 * @param picture the page that was asked, or the first, as PNG; empty when there is none
 * @param marks what stands on a page that was drawn to read it
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record Found(
        String type,
        boolean read,
        String reason,
        int pages,
        String text,
        byte[] picture,
        Marks marks) {

    /** Of what was not drawn to read it. */
    public Found(String type, boolean read, String reason, int pages, String text, byte[] picture) {
        this(type, read, reason, pages, text, picture, Marks.NONE);
    }

    /** The longest text that is kept, in characters. */
    static final int LONGEST_TEXT = 1_000_000;

    /** The largest answer, in bytes. */
    static final int LARGEST = 24 * 1024 * 1024;

    private static final byte[] NONE = {};

    /** It was not read, for this reason. */
    public static Found not(String type, String reason) {
        return new Found(type, false, reason, 0, "", NONE);
    }

    static Found text(String type, String text) {
        return new Found(type, true, "", 0, text, NONE);
    }

    /** The same, with a remark. */
    Found remarked(String remark) {
        return new Found(
                type, read, reason.isEmpty() ? remark : reason, pages, text, picture, marks);
    }

    void write(DataOutputStream to) throws IOException {
        byte[] words = cut(text).getBytes(StandardCharsets.UTF_8);
        to.writeUTF(type);
        to.writeBoolean(read);
        to.writeUTF(reason);
        to.writeInt(pages);
        to.writeInt(words.length);
        to.write(words);
        to.writeInt(picture.length);
        to.write(picture);
        marks.write(to);
    }

    static Found read(DataInputStream from) throws IOException {
        return new Found(
                from.readUTF(),
                from.readBoolean(),
                from.readUTF(),
                from.readInt(),
                cut(new String(bytes(from), StandardCharsets.UTF_8)),
                bytes(from),
                Marks.read(from));
    }

    private static byte[] bytes(DataInputStream from) throws IOException {
        int length = from.readInt();
        if (length < 0 || length > LARGEST) {
            throw new IOException("An answer that is too long");
        }
        return from.readNBytes(length);
    }

    private static String cut(String text) {
        String clean = text.replace('\u0000', ' ');
        return clean.length() <= LONGEST_TEXT ? clean : clean.substring(0, LONGEST_TEXT);
    }
}
