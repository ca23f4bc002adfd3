// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.documents.internal.reader;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * What a page shows before anybody reads its words.
 *
 * @param ink how much of it is dark, in hundred thousandths, without its edges and single points
 * @param dots how many points of the picture go in an inch
 * @param codes what its QR codes say
 */
public record Marks(int ink, int dots, List<String> codes) {

    static final Marks NONE = new Marks(0, 0, List.of());

    private static final int MOST_CODES = 20;
    private static final int LONGEST_CODE = 4_000;

    public Marks {
        codes =
                codes.stream()
                        .limit(MOST_CODES)
                        .filter(code -> code.length() <= LONGEST_CODE)
                        .toList();
    }

    void write(DataOutputStream to) throws IOException {
        to.writeInt(ink);
        to.writeInt(dots);
        to.writeInt(codes.size());
        for (String code : codes) {
            to.writeUTF(code);
        }
    }

    static Marks read(DataInputStream from) throws IOException {
        int ink = from.readInt();
        int dots = from.readInt();
        int many = from.readInt();
        if (many < 0 || many > MOST_CODES) {
            throw new IOException("More codes than are told");
        }
        var codes = new ArrayList<String>();
        for (int i = 0; i < many; i++) {
            codes.add(from.readUTF());
        }
        return new Marks(ink, dots, codes);
    }
}
