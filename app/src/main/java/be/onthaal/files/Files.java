// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.files;

import static be.onthaal.files.internal.db.Tables.CONTENT;

import be.onthaal.access.AuthorityId;
import be.onthaal.access.Callers;
import be.onthaal.common.Digest;
import be.onthaal.common.Forgetting;
import be.onthaal.common.NotFound;
import be.onthaal.database.DatabaseSettings;
import be.onthaal.files.internal.Disk;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Keeps bytes once per authority, by their fingerprint; what was kept comes back unchanged or not.
 */
@Service
public class Files implements Forgetting {

    private static final int SMALL = 256 * 1024;

    private final DSLContext sql;
    private final Clock clock;
    private final Disk disk;

    Files(DSLContext sql, Clock clock, DatabaseSettings settings) {
        this.sql = sql;
        this.clock = clock;
        this.disk = new Disk(settings.directory().resolve("files"));
    }

    /** Keeps the bytes; a large file is on disk and synced before the commit that names it. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Digest keep(byte[] bytes) {
        AuthorityId authority = Callers.current().authority();
        Digest digest = Digest.of(bytes);
        boolean small = bytes.length < SMALL;
        if (!small) {
            disk.write(authority, digest, bytes, clock.instant());
        }
        name(authority, digest, bytes.length, small ? bytes : null);
        return digest;
    }

    /** Where bytes come from. */
    @FunctionalInterface
    public interface Source {

        /** The bytes from the beginning; whoever opens it closes it. */
        InputStream open() throws IOException;
    }

    /** What was kept: its fingerprint and how many bytes it has. */
    public record Content(Digest digest, long size) {}

    /** Keeps the bytes as they come; what is large goes to disk and never whole into memory. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Content keep(Source source) {
        try (InputStream bytes = source.open()) {
            byte[] head = bytes.readNBytes(SMALL);
            if (head.length < SMALL) {
                return new Content(keep(head), head.length);
            }
            AuthorityId authority = Callers.current().authority();
            InputStream whole = new SequenceInputStream(new ByteArrayInputStream(head), bytes);
            Disk.Written written = disk.write(authority, whole, clock.instant());
            name(authority, written.digest(), written.size(), null);
            return new Content(written.digest(), written.size());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /**
     * The bytes of this fingerprint to read once, checked before the first of them is given; they
     * stay readable when the transaction has ended.
     */
    @Transactional(readOnly = true)
    public InputStream open(Digest digest) {
        AuthorityId authority = Callers.current().authority();
        byte[] small = row(authority, digest);
        try {
            return small == null
                    ? disk.open(authority, digest)
                    : new ByteArrayInputStream(checked(small, digest));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** The bytes of this fingerprint, checked; damage on disk is an error and never silent. */
    @Transactional(readOnly = true)
    public byte[] read(Digest digest) {
        AuthorityId authority = Callers.current().authority();
        byte[] small = row(authority, digest);
        return checked(small == null ? disk.read(authority, digest) : small, digest);
    }

    /** Forgets a content that nothing names any more; from disk it is swept after a day. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void destroy(Digest digest) {
        sql.deleteFrom(CONTENT)
                .where(CONTENT.AUTHORITY_ID.eq(Callers.current().authority().value()))
                .and(CONTENT.SHA256.eq(digest.hex()))
                .execute();
    }

    /** Which of these files on disk no row of the authority names; they are swept. */
    @Transactional(readOnly = true)
    public List<String> orphans() {
        AuthorityId authority = Callers.current().authority();
        var named =
                sql.select(CONTENT.SHA256)
                        .from(CONTENT)
                        .where(CONTENT.AUTHORITY_ID.eq(authority.value()))
                        .and(CONTENT.BYTES.isNull())
                        .fetchSet(CONTENT.SHA256);
        return disk.olderThanADay(authority, clock.instant()).stream()
                .filter(name -> !named.contains(name))
                .toList();
    }

    /** Leaves what somebody kept again since it was counted as nobody's. */
    @Override
    @Transactional(readOnly = true)
    public int forget() {
        AuthorityId authority = Callers.current().authority();
        Instant now = clock.instant();
        return (int)
                orphans().stream()
                        .filter(name -> disk.deleteOlderThanADay(authority, name, now))
                        .count();
    }

    /** Refused when what was kept before is gone; until the commit nobody forgets it. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void stillKept(Digest digest) {
        lock("pg_advisory_xact_lock_shared", digest);
        row(Callers.current().authority(), digest);
    }

    /**
     * Until the commit nobody keeps any of these again. Whoever forgets a content asks this before
     * he looks whether something still names it: who kept it meanwhile has named it by then.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void forgetting(Collection<Digest> contents) {
        contents.stream()
                .sorted(Comparator.comparing(Digest::hex))
                .forEach(digest -> lock("pg_advisory_xact_lock", digest));
    }

    private void lock(String kind, Digest digest) {
        String key = "files " + Callers.current().authority() + " " + digest.hex();
        sql.query("select {0}(hashtextextended({1}, 0))", DSL.raw(kind), DSL.val(key)).execute();
    }

    private void name(AuthorityId authority, Digest digest, long size, byte @Nullable [] bytes) {
        lock("pg_advisory_xact_lock_shared", digest);
        sql.insertInto(CONTENT)
                .set(CONTENT.AUTHORITY_ID, authority.value())
                .set(CONTENT.SHA256, digest.hex())
                .set(CONTENT.SIZE, size)
                .set(CONTENT.BYTES, bytes)
                .set(CONTENT.STORED_AT, clock.instant())
                .onConflictDoNothing()
                .execute();
    }

    /** The bytes when they lie in the row, nothing when they lie on disk. */
    private byte @Nullable [] row(AuthorityId authority, Digest digest) {
        return sql.select(CONTENT.BYTES)
                .from(CONTENT)
                .where(CONTENT.AUTHORITY_ID.eq(authority.value()))
                .and(CONTENT.SHA256.eq(digest.hex()))
                .fetchOptional()
                .orElseThrow(() -> new NotFound("files.content"))
                .value1();
    }

    private static byte[] checked(byte[] bytes, Digest digest) {
        if (!Digest.of(bytes).matches(digest)) {
            throw new IllegalStateException("File " + digest.hex() + " is damaged");
        }
        return bytes;
    }
}
