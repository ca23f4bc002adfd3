// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.access;

import static be.onthaal.access.internal.db.Tables.AUTHORITY;
import static be.onthaal.access.internal.db.Tables.AUTHORITY_GROUP;

import be.onthaal.access.internal.db.tables.records.AuthorityRecord;
import be.onthaal.common.EnterpriseNumber;
import be.onthaal.common.NisCode;
import be.onthaal.common.NotFound;
import be.onthaal.common.OvoCode;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jooq.DSLContext;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionOperations;

/**
 * The authorities that work with this installation. They hold no personal data and seldom change.
 */
@Service
public class Authorities {

    private final DSLContext sql;
    private final TransactionOperations transactions;
    private final Map<AuthorityId, Authority> known = new ConcurrentHashMap<>();

    Authorities(DSLContext sql, TransactionOperations transactions) {
        this.sql = sql;
        this.transactions = transactions;
    }

    /** All of them, by name. */
    @Transactional(readOnly = true)
    public List<Authority> list() {
        List<Authority> all =
                sql.selectFrom(AUTHORITY).orderBy(AUTHORITY.NAME).fetch(Authorities::read);
        all.forEach(authority -> known.put(authority.id(), authority));
        return all;
    }

    /**
     * One of them; asked at every request and so remembered for as long as this process lives.
     * Begins a transaction only to look it up, since telling who asks costs a statement.
     */
    @Transactional(propagation = Propagation.SUPPORTS, readOnly = true)
    public Authority get(AuthorityId id) {
        Authority remembered = known.get(id);
        return remembered == null ? lookUp(id) : remembered;
    }

    private Authority lookUp(AuthorityId id) {
        List<Authority> all = transactions.execute(status -> list());
        return all.stream()
                .filter(authority -> authority.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new NotFound("access.authority"));
    }

    /** The authority of a public address. */
    @Transactional(readOnly = true)
    public Optional<Authority> find(String slug) {
        return sql.selectFrom(AUTHORITY)
                .where(AUTHORITY.SLUG.eq(slug))
                .fetchOptional(Authorities::read);
    }

    /** Makes a group for authorities that will share customers. */
    @Transactional
    public AuthorityGroupId found(String groupName) {
        return new AuthorityGroupId(
                sql.insertInto(AUTHORITY_GROUP)
                        .set(AUTHORITY_GROUP.NAME, groupName)
                        .returning(AUTHORITY_GROUP.ID)
                        .fetchSingle(AUTHORITY_GROUP.ID));
    }

    /**
     * Takes an authority in; its identity is given by the caller so that it is the same everywhere.
     */
    @Transactional
    public Authority found(Authority authority) {
        sql.insertInto(AUTHORITY)
                .set(AUTHORITY.ID, authority.id().value())
                .set(AUTHORITY.GROUP_ID, authority.group().value())
                .set(AUTHORITY.KIND, authority.kind().name())
                .set(AUTHORITY.NAME, authority.name())
                .set(AUTHORITY.SLUG, authority.slug())
                .set(AUTHORITY.ENTERPRISE_NUMBER, authority.numbers().enterprise().value())
                .set(AUTHORITY.OVO_CODE, authority.numbers().ovo().value())
                .set(AUTHORITY.NIS_CODE, authority.numbers().nis().value())
                .set(AUTHORITY.THEME, authority.theme())
                .set(AUTHORITY.LOCALES, authority.locales().toArray(String[]::new))
                .set(AUTHORITY.HOLIDAYS, authority.holidays().toArray(java.time.LocalDate[]::new))
                .execute();
        return authority;
    }

    private static Authority read(AuthorityRecord row) {
        return new Authority(
                new AuthorityId(row.getId()),
                new AuthorityGroupId(row.getGroupId()),
                Authority.Kind.valueOf(row.getKind()),
                row.getName(),
                row.getSlug(),
                new Authority.Numbers(
                        new EnterpriseNumber(row.getEnterpriseNumber()),
                        new OvoCode(row.getOvoCode()),
                        new NisCode(row.getNisCode())),
                row.getTheme(),
                List.of(row.getLocales()),
                Arrays.asList(row.getHolidays()));
    }
}
