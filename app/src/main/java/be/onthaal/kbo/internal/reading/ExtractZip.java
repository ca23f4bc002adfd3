// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.kbo.internal.reading;

import be.onthaal.common.Refused;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** The ZIP of an extract: only the files that belong in one, and no more than they can be. */
public final class ExtractZip implements AutoCloseable {

    static final String META = "meta.csv";

    /** The real files pack ten times smaller; what packs two hundred times smaller is a trap. */
    private static final long SUSPICIOUS = 200;

    private static final long SMALL = 50L * 1024 * 1024;
    private static final long LARGEST = 8L * 1024 * 1024 * 1024;
    private static final Set<String> KNOWN = known();

    private final ZipFile zip;
    private final Map<String, ZipEntry> entries = new HashMap<>();

    private ExtractZip(ZipFile zip) {
        this.zip = zip;
    }

    /** Opens it and looks at what is in it; nothing is unpacked. */
    public static ExtractZip open(Path file, String name) {
        try {
            var opened = new ExtractZip(new ZipFile(file.toFile(), StandardCharsets.UTF_8));
            try {
                opened.list(name);
                return opened;
            } catch (Refused refusal) {
                opened.close();
                throw refusal;
            }
        } catch (IOException | IllegalArgumentException broken) {
            throw new Refused("kbo.zip-broken", name);
        }
    }

    private void list(String name) {
        Enumeration<? extends ZipEntry> all = zip.entries();
        while (all.hasMoreElements()) {
            ZipEntry entry = all.nextElement();
            String file = entry.getName().toLowerCase(Locale.ROOT);
            if (!KNOWN.contains(file)) {
                throw new Refused("kbo.file-unknown", name, shown(entry.getName()));
            }
            if (entries.put(file, entry) != null) {
                throw new Refused("kbo.file-twice", name, file);
            }
        }
    }

    public boolean has(String file) {
        return entries.containsKey(file);
    }

    /** The content of a file, counted and compared with its checksum as it is read. */
    public InputStream content(String file) {
        ZipEntry entry =
                Optional.ofNullable(entries.get(file))
                        .orElseThrow(() -> new Refused("kbo.file-missing", file));
        try {
            long honest = Math.max(SMALL, entry.getCompressedSize() * SUSPICIOUS);
            long most = Math.min(LARGEST, honest);
            return new Checked(zip.getInputStream(entry), file, entry.getCrc(), most);
        } catch (IOException broken) {
            throw new Refused("kbo.zip-cut", file, 1);
        }
    }

    @Override
    public void close() {
        try {
            zip.close();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static Set<String> known() {
        Set<String> known = new HashSet<>(Set.of(META));
        for (Sheet sheet : Sheet.values()) {
            known.addAll(Set.of(sheet.file(), sheet.deletes(), sheet.inserts()));
        }
        return Set.copyOf(known);
    }

    /** A name from a foreign file, made fit for a sentence. */
    private static String shown(String name) {
        String plain = name.replaceAll("[^\\p{Alnum}._/\\\\ -]", "?");
        return plain.length() > 80 ? plain.substring(0, 80) + "…" : plain;
    }

    /** A ZIP may lie about sizes, and Java does not compare checksums here by itself. */
    private static final class Checked extends FilterInputStream {

        private final String file;
        private final long expected;
        private final long most;
        private final CRC32 sum = new CRC32();
        private long read;

        Checked(InputStream content, String file, long expected, long most) {
            super(content);
            this.file = file;
            this.expected = expected;
            this.most = most;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            int some = super.read(buffer, offset, length);
            if (some < 0) {
                if (sum.getValue() != expected) {
                    throw new IOException("Other content than was packed");
                }
                return some;
            }
            sum.update(buffer, offset, some);
            read += some;
            if (read > most) {
                throw new Refused("kbo.file-too-large", file, most / (1024 * 1024));
            }
            return some;
        }
    }
}
