// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.documents.internal.reader;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** Letters, sheets and slides of Office (ECMA-376) and LibreOffice (ISO 26300): zipped XML. */
final class OfficeFile {

    static final String DOCX =
            "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
    static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    static final String PPTX =
            "application/vnd.openxmlformats-officedocument.presentationml.presentation";
    static final String ODF = "application/vnd.oasis.opendocument.";

    private static final int MOST_ENTRIES = 10_000;
    private static final long MOST_INFLATED = 150L * 1024 * 1024;
    private static final int DEEPEST = 500;
    private static final Map<String, Pattern> PARTS =
            Map.of(
                    DOCX,
                            Pattern.compile(
                                    "word/(document|header\\d*|footer\\d*|footnotes|endnotes|comments)\\.xml"),
                    XLSX, Pattern.compile("xl/(sharedStrings|worksheets/sheet\\d+)\\.xml"),
                    PPTX, Pattern.compile("ppt/(slides/slide|notesSlides/notesSlide)\\d+\\.xml"));
    private static final Pattern CONTENT = Pattern.compile("content\\.xml");
    private static final Set<String> ENDS = Set.of("p", "h", "row", "table-row", "si", "tr");
    private static final Set<String> GAPS =
            Set.of("tab", "br", "c", "tc", "table-cell", "s", "line-break");

    private OfficeFile() {}

    static boolean knows(String type) {
        return PARTS.containsKey(type) || type.startsWith(ODF);
    }

    /** What a zipped file is by what is in it. */
    static String type(Path file) throws IOException {
        try (var zip = new ZipFile(file.toFile())) {
            if (zip.getEntry("word/document.xml") != null) {
                return DOCX;
            }
            if (zip.getEntry("xl/workbook.xml") != null) {
                return XLSX;
            }
            if (zip.getEntry("ppt/presentation.xml") != null) {
                return PPTX;
            }
            ZipEntry mimetype = zip.getEntry("mimetype");
            if (mimetype == null) {
                return ContentType.ZIP;
            }
            try (InputStream bytes = zip.getInputStream(mimetype)) {
                String said = new String(bytes.readNBytes(100), StandardCharsets.US_ASCII).strip();
                return said.startsWith(ODF) ? said : ContentType.ZIP;
            }
        }
    }

    static Found read(Path file, String type) throws IOException {
        try (var zip = new ZipFile(file.toFile());
                var words = new BoundedText(Found.LONGEST_TEXT)) {
            if (zip.size() > MOST_ENTRIES) {
                throw new TooMuch("too-large-inside");
            }
            Pattern wanted = PARTS.getOrDefault(type, CONTENT);
            List<? extends ZipEntry> parts =
                    zip.stream()
                            .filter(entry -> wanted.matcher(entry.getName()).matches())
                            .sorted(
                                    Comparator.<ZipEntry>comparingInt(
                                                    entry -> entry.getName().length())
                                            .thenComparing(ZipEntry::getName))
                            .toList();
            var room = new Room(MOST_INFLATED);
            try {
                for (ZipEntry part : parts) {
                    try (InputStream bytes = new Bounded(zip.getInputStream(part), room)) {
                        read(bytes, type.startsWith(ODF), words);
                    }
                }
            } catch (BoundedText.Full enough) {
                return Found.text(type, words.toString());
            }
            return Found.text(type, words.toString());
        } catch (XMLStreamException damaged) {
            return Found.not(type, "damaged");
        }
    }

    private static void read(InputStream bytes, boolean all, BoundedText words)
            throws XMLStreamException {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
        XMLStreamReader xml = factory.createXMLStreamReader(bytes);
        int depth = 0;
        int within = 0;
        boolean points = false;
        while (xml.hasNext()) {
            switch (xml.next()) {
                case XMLStreamConstants.DTD -> throw new TooMuch("entities");
                case XMLStreamConstants.START_ELEMENT -> {
                    depth++;
                    if (depth > DEEPEST) {
                        throw new TooMuch("too-large-inside");
                    }
                    if (xml.getLocalName().equals("c")) {
                        points = "s".equals(xml.getAttributeValue(null, "t"));
                    }
                    if (within > 0 || isWords(xml.getLocalName(), all, points)) {
                        within++;
                    }
                }
                case XMLStreamConstants.END_ELEMENT -> {
                    depth--;
                    within = Math.max(0, within - 1);
                    end(xml.getLocalName(), words);
                }
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> {
                    if (within > 0) {
                        words.write(
                                xml.getTextCharacters(), xml.getTextStart(), xml.getTextLength());
                    }
                }
                default -> {
                    // Nothing else holds words.
                }
            }
        }
    }

    /** A number that points at a shared text of a sheet says nothing. */
    private static boolean isWords(String name, boolean all, boolean points) {
        return all ? name.equals("body") : name.equals("t") || (name.equals("v") && !points);
    }

    private static void end(String name, BoundedText words) {
        if (ENDS.contains(name)) {
            words.write(new char[] {'\n'}, 0, 1);
        } else if (GAPS.contains(name)) {
            words.write(new char[] {' '}, 0, 1);
        }
    }

    /** How much may still be unpacked of the whole file. */
    private static final class Room {

        private long left;

        Room(long left) {
            this.left = left;
        }

        void take(long bytes) {
            left -= Math.max(0, bytes);
            if (left < 0) {
                throw new TooMuch("too-large-inside");
            }
        }
    }

    /** A part of a zipped file that stops when the whole has become too much. */
    private static final class Bounded extends FilterInputStream {

        private final Room room;

        Bounded(InputStream bytes, Room room) {
            super(bytes);
            this.room = room;
        }

        @Override
        public int read() throws IOException {
            int read = super.read();
            room.take(read < 0 ? 0 : 1);
            return read;
        }

        @Override
        public int read(byte[] to, int from, int length) throws IOException {
            int read = super.read(to, from, length);
            room.take(read);
            return read;
        }
    }
}
