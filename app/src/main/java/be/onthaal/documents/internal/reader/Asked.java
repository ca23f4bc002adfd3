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
 * @param aim what the page is drawn for
 * @param turn by how many degrees it is turned to the right before it is given
 */
record Asked(String name, int page, int width, Aim aim, int turn) {

    /** What a page is drawn for. */
    enum Aim {
        /** To look at it. */
        LOOK,
        /** To read its words and codes: sharp, and as a photograph. */
        SCAN
    }

    Asked(String name, int page, int width) {
        this(name, page, width, Aim.LOOK, 0);
    }

    boolean scans() {
        return aim == Aim.SCAN;
    }

    void write(DataOutputStream to) throws IOException {
        to.writeUTF(name);
        to.writeInt(page);
        to.writeInt(width);
        to.writeBoolean(scans());
        to.writeInt(turn);
    }

    static Asked read(DataInputStream from) throws IOException {
        return new Asked(
                from.readUTF(),
                from.readInt(),
                from.readInt(),
                from.readBoolean() ? Aim.SCAN : Aim.LOOK,
                from.readInt());
    }
}
