// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.moving.internal.reading;

import be.onthaal.common.Digest;
import be.onthaal.common.Refused;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Enumeration;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/** Puts the files of a transfer in their folder: counted, measured, and nowhere else. */
public final class Unpacking {

    /** Text packs ten or twenty times smaller; what packs a hundred times smaller is a trap. */
    private static final long SUSPICIOUS = 100;

    private static final long SMALL = 10L * 1024 * 1024;
    private static final Set<String> LEFTOVERS = Set.of("thumbs.db", ".ds_store", "desktop.ini");

    private final Path root;
    private final Limits limits;
    private final List<Kept> kept = new ArrayList<>();
    private long bytes;
    private int files;

    public Unpacking(Staging target, Limits limits) {
        this.root = target.root();
        this.limits = limits;
    }

    /** A file of which we remember that it came, and exactly what was in it. */
    public record Kept(String name, long size, String sha256) {}

    /** The sheets and packed files that came. */
    public List<Kept> kept() {
        return List.copyOf(kept);
    }

    /** Takes one file; a ZIP is unpacked. */
    public void take(String name, InputStream content) {
        if (!name.toLowerCase(Locale.ROOT).endsWith(".zip")) {
            put(name, content, limits.file());
            return;
        }
        try {
            Path packed = Files.createTempFile(Files.createDirectories(root), "packed", ".zip");
            try {
                try (var out = Files.newOutputStream(packed)) {
                    Digest digest =
                            Digest.whileCopying(limited(content, limits.whole(), name), out);
                    kept.add(new Kept(name, Files.size(packed), digest.hex()));
                }
                unpack(packed, name);
            } finally {
                Files.deleteIfExists(packed);
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Takes a folder with all that is in it; a link could lead anywhere and is refused. */
    public void takeFolder(Path folder) {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path file : (Iterable<Path>) all::iterator) {
                String name = folder.relativize(file).toString();
                if (Files.isSymbolicLink(file)) {
                    throw new Refused("moving.link", name);
                }
                if (Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
                    try (var content = Files.newInputStream(file)) {
                        put(name, content, limits.file());
                    }
                }
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private void unpack(Path packed, String name) throws IOException {
        try (ZipFile zip = opened(packed)) {
            Enumeration<? extends ZipEntry> entries = zip.entries();
            while (entries.hasMoreElements()) {
                ZipEntry entry = entries.nextElement();
                if (!entry.isDirectory()) {
                    long honest = Math.max(SMALL, entry.getCompressedSize() * SUSPICIOUS);
                    try (var content = zip.getInputStream(entry)) {
                        put(entry.getName(), content, Math.min(limits.file(), honest));
                    }
                }
            }
        } catch (ZipException broken) {
            throw new Refused("moving.zip-broken", name);
        }
    }

    /** Old Windows programs write names in the code page of DOS. */
    private static ZipFile opened(Path packed) throws IOException {
        try {
            return new ZipFile(packed.toFile(), StandardCharsets.UTF_8);
        } catch (ZipException perhapsNames) {
            return new ZipFile(packed.toFile(), Charset.forName("IBM850"));
        }
    }

    private void put(String name, InputStream content, long longest) {
        Path target = target(name);
        if (leftover(target)) {
            return;
        }
        if (++files > limits.files()) {
            throw new Refused("moving.too-many-files", limits.files());
        }
        try {
            Files.createDirectories(target.getParent());
            if (Files.exists(target, LinkOption.NOFOLLOW_LINKS)) {
                throw new Refused("moving.file-twice", name);
            }
            long room = Math.min(longest, limits.whole() - bytes);
            try (var out = Files.newOutputStream(target)) {
                Digest digest = Digest.whileCopying(limited(content, room, name), out);
                long size = Files.size(target);
                bytes += size;
                if (Sheet.of(target.getFileName().toString()).isPresent()) {
                    kept.add(new Kept(root.relativize(target).toString(), size, digest.hex()));
                }
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private Path target(String name) {
        String plain = name.replace('\\', '/');
        try {
            Path target = root.resolve(plain).normalize();
            boolean drive = plain.length() > 1 && plain.charAt(1) == ':';
            if (plain.startsWith("/") || drive || !target.startsWith(root) || target.equals(root)) {
                throw new Refused("moving.outside", name);
            }
            return target;
        } catch (InvalidPathException impossible) {
            throw new Refused("moving.outside", "?");
        }
    }

    private boolean leftover(Path target) {
        Path inside = root.relativize(target);
        String last = target.getFileName().toString().toLowerCase(Locale.ROOT);
        return inside.startsWith("__MACOSX") || LEFTOVERS.contains(last);
    }

    /** Counts what really comes out, since a ZIP may lie about its sizes. */
    private static InputStream limited(InputStream content, long longest, String name) {
        return new FilterInputStream(content) {
            private long read;

            @Override
            public int read() throws IOException {
                int one = super.read();
                count(one < 0 ? 0 : 1);
                return one;
            }

            @Override
            public int read(byte[] buffer, int offset, int length) throws IOException {
                int some = super.read(buffer, offset, length);
                count(Math.max(0, some));
                return some;
            }

            private void count(int some) {
                read += some;
                if (read > longest) {
                    throw new Refused("moving.file-too-large", name, longest / (1024 * 1024));
                }
            }
        };
    }
}
