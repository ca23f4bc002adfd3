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
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.jooq.DSLContext;
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
        sql.insertInto(CONTENT)
                .set(CONTENT.AUTHORITY_ID, authority.value())
                .set(CONTENT.SHA256, digest.hex())
                .set(CONTENT.SIZE, (long) bytes.length)
                .set(CONTENT.BYTES, small ? bytes : null)
                .set(CONTENT.STORED_AT, clock.instant())
                .onConflictDoNothing()
                .execute();
        return digest;
    }

    /** The bytes of this fingerprint, checked; damage on disk is an error and never silent. */
    @Transactional(readOnly = true)
    public byte[] read(Digest digest) {
        AuthorityId authority = Callers.current().authority();
        var row =
                sql.select(CONTENT.BYTES)
                        .from(CONTENT)
                        .where(CONTENT.AUTHORITY_ID.eq(authority.value()))
                        .and(CONTENT.SHA256.eq(digest.hex()))
                        .fetchOptional()
                        .orElseThrow(() -> new NotFound("files.content"));
        byte[] bytes = row.value1() == null ? disk.read(authority, digest) : row.value1();
        if (!Digest.of(bytes).matches(digest)) {
            throw new IllegalStateException("File " + digest.hex() + " is damaged");
        }
        return bytes;
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
}
