// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.files.internal;

import be.onthaal.access.AuthorityId;
import be.onthaal.common.Digest;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/** Large files in folders of their authority, written whole and synced, or not at all. */
public final class Disk {

    private final Path root;

    public Disk(Path root) {
        this.root = root.toAbsolutePath().normalize();
    }

    public void write(AuthorityId authority, Digest digest, byte[] bytes, Instant now) {
        Path target = path(authority, digest.hex());
        try {
            if (Files.exists(target)) {
                Files.setLastModifiedTime(target, FileTime.from(now));
                return;
            }
            Path folder = Files.createDirectories(target.getParent());
            Path draft = folder.resolve(digest.hex() + "." + UUID.randomUUID() + ".new");
            try (var channel =
                    FileChannel.open(
                            draft, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
                var buffer = ByteBuffer.wrap(bytes);
                while (buffer.hasRemaining()) {
                    channel.write(buffer);
                }
                channel.force(true);
            }
            settle(draft, target, now);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** What was written as it came. */
    public record Written(Digest digest, long size) {}

    /** Writes bytes whose fingerprint is known only when the last has come. */
    public Written write(AuthorityId authority, InputStream bytes, Instant now) throws IOException {
        Path draft = path(authority, UUID.randomUUID() + ".new");
        Files.createDirectories(draft.getParent());
        Digest digest;
        try (var channel =
                FileChannel.open(draft, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            digest = Digest.whileCopying(bytes, Channels.newOutputStream(channel));
            channel.force(true);
        } catch (IOException | RuntimeException failure) {
            Files.deleteIfExists(draft);
            throw failure;
        }
        long size = Files.size(draft);
        settle(draft, path(authority, digest.hex()), now);
        return new Written(digest, size);
    }

    /** The bytes from the beginning, after all of them were looked at. */
    public InputStream open(AuthorityId authority, Digest digest) throws IOException {
        FileChannel channel = FileChannel.open(path(authority, digest.hex()));
        try {
            if (!Digest.of(Channels.newInputStream(channel)).matches(digest)) {
                throw new IllegalStateException("File " + digest.hex() + " is damaged");
            }
            return Channels.newInputStream(channel.position(0));
        } catch (IOException | RuntimeException failure) {
            channel.close();
            throw failure;
        }
    }

    /** What is kept again is young again: no sweep takes it before the commit that names it. */
    private static void settle(Path draft, Path target, Instant now) throws IOException {
        if (Files.exists(target)) {
            Files.setLastModifiedTime(target, FileTime.from(now));
            Files.delete(draft);
            return;
        }
        Path folder = Files.createDirectories(target.getParent());
        move(draft, target);
        try (var directory = FileChannel.open(folder, StandardOpenOption.READ)) {
            directory.force(true);
        }
    }

    public byte[] read(AuthorityId authority, Digest digest) {
        try {
            return Files.readAllBytes(path(authority, digest.hex()));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    public List<String> olderThanADay(AuthorityId authority, Instant now) {
        Path folder = root.resolve(authority.toString());
        if (!Files.exists(folder)) {
            return List.of();
        }
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile)
                    .filter(file -> isOlderThanADay(file, now))
                    .map(file -> file.getFileName().toString())
                    .toList();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** False when it was kept again in the meantime, or is gone. */
    public boolean deleteOlderThanADay(AuthorityId authority, String name, Instant now) {
        Path file = path(authority, name);
        try {
            return isOlderThanADay(file, now) && Files.deleteIfExists(file);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static boolean isOlderThanADay(Path file, Instant now) {
        return file.toFile().lastModified() < now.minus(Duration.ofDays(1)).toEpochMilli();
    }

    private Path path(AuthorityId authority, String name) {
        return root.resolve(authority.toString()).resolve(name.substring(0, 2)).resolve(name);
    }

    private static void move(Path draft, Path target) throws IOException {
        try {
            Files.move(draft, target, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException | FileAlreadyExistsException other) {
            Files.move(draft, target, StandardCopyOption.REPLACE_EXISTING);
        }
    }
}
