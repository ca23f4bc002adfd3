// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.webdav;

import static be.onthaal.webdav.internal.db.Tables.SCRAP;

import be.onthaal.common.Digest;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;

/** The rows of what programs put beside a document, within limits. */
@Component
class Scraps {

    /** The largest of them, in bytes. */
    static final int LARGEST = 20 * 1024 * 1024;

    private static final int MOST = 200;
    private static final long ALL_TOGETHER = 100L * 1024 * 1024;
    private static final byte[] NOTHING = {};
    private static final List<Field<?>> FACTS =
            List.of(
                    SCRAP.PATH,
                    SCRAP.FOLDER,
                    SCRAP.MEDIA_TYPE,
                    SCRAP.SIZE,
                    SCRAP.SHA256,
                    SCRAP.MADE_AT,
                    SCRAP.CHANGED_AT);

    private final DSLContext sql;
    private final Clock clock;

    Scraps(DSLContext sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    Optional<Entry> find(EditAddress address, DavPath path) {
        return sql.select(FACTS).from(SCRAP).where(is(address, path)).fetchOptional(Scraps::entry);
    }

    /** What lies directly in a folder. */
    List<Entry> in(EditAddress address, DavPath folder) {
        return all(address).stream()
                .filter(one -> !one.path().isRoot() && one.path().parent().equals(folder))
                .toList();
    }

    /** A thing with all that lies in it, the outermost first. */
    List<Entry> at(EditAddress address, DavPath path) {
        return all(address).stream().filter(one -> path.holds(one.path())).toList();
    }

    private List<Entry> all(EditAddress address) {
        return sql.select(FACTS)
                .from(SCRAP)
                .where(of(address))
                .orderBy(SCRAP.PATH)
                .fetch(Scraps::entry);
    }

    byte[] bytes(EditAddress address, DavPath path) {
        return sql.select(SCRAP.BYTES)
                .from(SCRAP)
                .where(is(address, path))
                .fetchOptional(SCRAP.BYTES)
                .orElseThrow(() -> new DavRefusal(DavRefusal.MISSING));
    }

    void addFolder(EditAddress address, DavPath path) {
        put(address, path, NOTHING, "", true);
    }

    void put(EditAddress address, DavPath path, byte[] bytes, String type) {
        put(address, path, bytes, type, false);
    }

    private void put(EditAddress address, DavPath path, byte[] bytes, String type, boolean folder) {
        if (bytes.length > LARGEST) {
            throw new DavRefusal(DavRefusal.TOO_LARGE);
        }
        sql.insertInto(SCRAP)
                .set(SCRAP.AUTHORITY_ID, EditAddresses.authority())
                .set(SCRAP.ADDRESS_ID, address.id())
                .set(SCRAP.PATH, path.key())
                .set(SCRAP.FOLDER, folder)
                .set(SCRAP.BYTES, bytes)
                .set(SCRAP.SIZE, bytes.length)
                .set(SCRAP.SHA256, Digest.of(bytes).hex())
                .set(SCRAP.MEDIA_TYPE, type)
                .set(SCRAP.MADE_AT, clock.instant())
                .set(SCRAP.CHANGED_AT, clock.instant())
                .onConflict(SCRAP.AUTHORITY_ID, SCRAP.ADDRESS_ID, SCRAP.PATH)
                .doUpdate()
                .set(SCRAP.BYTES, bytes)
                .set(SCRAP.SIZE, bytes.length)
                .set(SCRAP.SHA256, Digest.of(bytes).hex())
                .set(SCRAP.MEDIA_TYPE, type)
                .set(SCRAP.CHANGED_AT, clock.instant())
                .execute();
        refuseTooMuch(address);
    }

    /** Copies one thing; its bytes never leave the database. */
    void copy(EditAddress address, DavPath from, DavPath to) {
        sql.insertInto(
                        SCRAP,
                        SCRAP.AUTHORITY_ID,
                        SCRAP.ADDRESS_ID,
                        SCRAP.PATH,
                        SCRAP.FOLDER,
                        SCRAP.BYTES,
                        SCRAP.SIZE,
                        SCRAP.SHA256,
                        SCRAP.MEDIA_TYPE,
                        SCRAP.MADE_AT,
                        SCRAP.CHANGED_AT)
                .select(
                        DSL.select(
                                        SCRAP.AUTHORITY_ID,
                                        SCRAP.ADDRESS_ID,
                                        DSL.val(to.key()),
                                        SCRAP.FOLDER,
                                        SCRAP.BYTES,
                                        SCRAP.SIZE,
                                        SCRAP.SHA256,
                                        SCRAP.MEDIA_TYPE,
                                        DSL.val(clock.instant()),
                                        SCRAP.CHANGED_AT)
                                .from(SCRAP)
                                .where(is(address, from)))
                .execute();
        refuseTooMuch(address);
    }

    void move(EditAddress address, DavPath from, DavPath to) {
        sql.update(SCRAP).set(SCRAP.PATH, to.key()).where(is(address, from)).execute();
    }

    void delete(EditAddress address, DavPath path) {
        sql.deleteFrom(SCRAP).where(is(address, path)).execute();
    }

    private void refuseTooMuch(EditAddress address) {
        List<Entry> all = all(address);
        if (all.size() > MOST || all.stream().mapToLong(Entry::size).sum() > ALL_TOGETHER) {
            throw new DavRefusal(DavRefusal.FULL);
        }
    }

    private static Entry entry(Record row) {
        boolean folder = row.get(SCRAP.FOLDER);
        return new Entry(
                DavPath.kept(row.get(SCRAP.PATH)),
                folder ? Entry.Sort.FOLDER : Entry.Sort.SCRAP,
                row.get(SCRAP.MEDIA_TYPE),
                row.get(SCRAP.SIZE),
                '"' + row.get(SCRAP.SHA256).substring(0, 32) + '"',
                row.get(SCRAP.MADE_AT),
                row.get(SCRAP.CHANGED_AT));
    }

    private static Condition of(EditAddress address) {
        return SCRAP.AUTHORITY_ID
                .eq(EditAddresses.authority())
                .and(SCRAP.ADDRESS_ID.eq(address.id()));
    }

    private static Condition is(EditAddress address, DavPath path) {
        return of(address).and(SCRAP.PATH.eq(path.key()));
    }
}
