// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.documents.internal.reader;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;

/**
 * What a reading process is asked about the file in its folder.
 *
 * @param name what the file is called, to tell a false name
 * @param page from 1: this page as a picture; 0: all that can be read
 * @param width how wide a picture may be, in points of the screen
 */
record Asked(String name, int page, int width) {

    void write(DataOutputStream to) throws IOException {
        to.writeUTF(name);
        to.writeInt(page);
        to.writeInt(width);
    }

    static Asked read(DataInputStream from) throws IOException {
        return new Asked(from.readUTF(), from.readInt(), from.readInt());
    }
}
