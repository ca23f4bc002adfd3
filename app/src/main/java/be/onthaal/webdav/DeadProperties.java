// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.webdav;

import static be.onthaal.webdav.internal.db.Tables.PROPERTY;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;

/** The rows of what programs want remembered of a file and nobody else reads. */
@Component
class DeadProperties {

    private static final int MOST = 100;
    private static final int LONGEST_NAME = 200;
    private static final int LONGEST_VALUE = 16_000;

    private final DSLContext sql;

    DeadProperties(DSLContext sql) {
        this.sql = sql;
    }

    /** Those of a place, each as the element that was sent. */
    Map<PropertyName, String> of(EditAddress address, DavPath path) {
        var found = new LinkedHashMap<PropertyName, String>();
        sql.select(PROPERTY.SPACE, PROPERTY.NAME, PROPERTY.VALUE)
                .from(PROPERTY)
                .where(at(address, path))
                .orderBy(PROPERTY.SPACE, PROPERTY.NAME)
                .fetch()
                .forEach(row ->
                        found.put(new PropertyName(row.value1(), row.value2()), row.value3()));
        return found;
    }

    void set(EditAddress address, DavPath path, PropertyName name, String element) {
        boolean fits =
                name.name().length() <= LONGEST_NAME
                        && name.space().length() <= LONGEST_NAME
                        && element.length() <= LONGEST_VALUE;
        if (!fits) {
            throw new DavRefusal(DavRefusal.FULL);
        }
        sql.insertInto(PROPERTY)
                .set(PROPERTY.AUTHORITY_ID, EditAddresses.authority())
                .set(PROPERTY.ADDRESS_ID, address.id())
                .set(PROPERTY.PATH, path.key())
                .set(PROPERTY.SPACE, name.space())
                .set(PROPERTY.NAME, name.name())
                .set(PROPERTY.VALUE, element)
                .onConflict(
                        PROPERTY.AUTHORITY_ID,
                        PROPERTY.ADDRESS_ID,
                        PROPERTY.PATH,
                        PROPERTY.SPACE,
                        PROPERTY.NAME)
                .doUpdate()
                .set(PROPERTY.VALUE, element)
                .execute();
        if (sql.fetchCount(PROPERTY, at(address, path)) > MOST) {
            throw new DavRefusal(DavRefusal.FULL);
        }
    }

    void remove(EditAddress address, DavPath path, PropertyName name) {
        sql.deleteFrom(PROPERTY)
                .where(at(address, path))
                .and(PROPERTY.SPACE.eq(name.space()))
                .and(PROPERTY.NAME.eq(name.name()))
                .execute();
    }

    void copy(EditAddress address, DavPath from, DavPath to) {
        sql.insertInto(
                        PROPERTY,
                        PROPERTY.AUTHORITY_ID,
                        PROPERTY.ADDRESS_ID,
                        PROPERTY.PATH,
                        PROPERTY.SPACE,
                        PROPERTY.NAME,
                        PROPERTY.VALUE)
                .select(
                        DSL.select(
                                        PROPERTY.AUTHORITY_ID,
                                        PROPERTY.ADDRESS_ID,
                                        DSL.val(to.key()),
                                        PROPERTY.SPACE,
                                        PROPERTY.NAME,
                                        PROPERTY.VALUE)
                                .from(PROPERTY)
                                .where(at(address, from)))
                .execute();
    }

    void forget(EditAddress address, DavPath path) {
        sql.deleteFrom(PROPERTY).where(at(address, path)).execute();
    }

    private static Condition at(EditAddress address, DavPath path) {
        return PROPERTY.AUTHORITY_ID
                .eq(EditAddresses.authority())
                .and(PROPERTY.ADDRESS_ID.eq(address.id()))
                .and(PROPERTY.PATH.eq(path.key()));
    }
}
