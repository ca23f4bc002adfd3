// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.moving.internal.reading;

import be.onthaal.common.Refused;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PushbackInputStream;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A sheet as text: which encoding it is in, and which character parts its cells. */
record SheetText(Path file, Charset encoding, char delimiter) {

    private static final Charset WINDOWS = Charset.forName("windows-1252");
    private static final String DELIMITERS = ";,\t|";
    private static final int HEAD = 8_192;

    /** Looks at the whole file; what is in no known encoding, or not text at all, is refused. */
    static SheetText of(Path file) throws IOException {
        for (Charset encoding : candidates(file)) {
            try {
                String head = head(file, encoding);
                return new SheetText(file, encoding, delimiter(head));
            } catch (CharacterCodingException another) {
                continue;
            }
        }
        throw new Refused("moving.encoding", file.getFileName().toString());
    }

    /** The text without its byte order mark. */
    Reader open() throws IOException {
        return reader(file, encoding);
    }

    /** A spreadsheet may say in a first line of its own how cells are parted. */
    static boolean saysDelimiter(String line) {
        return line.length() == 5 && line.regionMatches(true, 0, "sep=", 0, 4);
    }

    private static List<Charset> candidates(Path file) throws IOException {
        try (var in = Files.newInputStream(file)) {
            byte[] start = in.readNBytes(2);
            boolean wide =
                    start.length == 2
                            && ((start[0] == (byte) 0xFE && start[1] == (byte) 0xFF)
                                    || (start[0] == (byte) 0xFF && start[1] == (byte) 0xFE));
            return wide
                    ? List.of(StandardCharsets.UTF_16)
                    : List.of(StandardCharsets.UTF_8, WINDOWS);
        }
    }

    /** Reads all of it, so that a wrong byte on the last line is known before the first row. */
    private static String head(Path file, Charset encoding) throws IOException {
        try (Reader reader = reader(file, encoding)) {
            var head = new StringBuilder();
            char[] buffer = new char[HEAD];
            for (int read = reader.read(buffer); read >= 0; read = reader.read(buffer)) {
                for (int i = 0; i < read; i++) {
                    if (buffer[i] == 0) {
                        throw new Refused("moving.nul", file.getFileName().toString());
                    }
                }
                if (head.length() < HEAD) {
                    head.append(buffer, 0, read);
                }
            }
            return head.toString();
        }
    }

    private static char delimiter(String head) {
        String first = head.lines().findFirst().orElse("");
        if (saysDelimiter(first)) {
            return first.charAt(4);
        }
        char best = ';';
        long most = 0;
        for (char candidate : DELIMITERS.toCharArray()) {
            long count = first.chars().filter(c -> c == candidate).count();
            if (count > most) {
                best = candidate;
                most = count;
            }
        }
        return best;
    }

    private static Reader reader(Path file, Charset encoding) throws IOException {
        var in = new PushbackInputStream(Files.newInputStream(file), 3);
        byte[] start = in.readNBytes(3);
        boolean marked =
                start.length == 3
                        && start[0] == (byte) 0xEF
                        && start[1] == (byte) 0xBB
                        && start[2] == (byte) 0xBF;
        if (!marked) {
            in.unread(start);
        }
        return new BufferedReader(
                new InputStreamReader(
                        in,
                        encoding.newDecoder()
                                .onMalformedInput(CodingErrorAction.REPORT)
                                .onUnmappableCharacter(CodingErrorAction.REPORT)));
    }
}
