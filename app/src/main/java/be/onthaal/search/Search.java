// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.search;

import static be.onthaal.search.internal.db.Tables.ENTRY;
import static be.onthaal.search.internal.db.Tables.FIND;
import static be.onthaal.search.internal.db.Tables.REFS;

import be.onthaal.access.Callers;
import be.onthaal.access.Confidentiality;
import be.onthaal.access.UnitId;
import be.onthaal.search.internal.db.Routines;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Record1;
import org.jooq.Select;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Finds what the caller may see. What is saved is found: rows commit with their source. */
@Service
public class Search {

    private static final int LONGEST_TEXT = 200_000;

    private final DSLContext sql;

    Search(DSLContext sql) {
        this.sql = sql;
    }

    /** Makes something findable, or findable by its new words. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void put(Findable thing) {
        String text = thing.text().substring(0, Math.min(LONGEST_TEXT, thing.text().length()));
        Routines.put(
                sql.configuration(),
                thing.kind(),
                thing.ref(),
                thing.visibility().unit().map(UnitId::value).orElse(null),
                thing.visibility().confidentiality().level(),
                thing.number().orElse(null),
                clean(thing.title()),
                clean(thing.hint()),
                clean(text),
                thing.at());
    }

    /** It went to another unit, and is found by those who may see what is as confidential. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void moved(String kind, UUID ref, UnitId successor, Confidentiality level) {
        Routines.moved(sql.configuration(), kind, ref, successor.value(), level.level());
    }

    /** What is gone is not found any more. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void remove(String kind, UUID ref) {
        sql.deleteFrom(ENTRY)
                .where(ENTRY.AUTHORITY_ID.eq(Callers.current().authority().value()))
                .and(ENTRY.KIND.eq(kind))
                .and(ENTRY.REF.eq(ref))
                .execute();
    }

    /** The best matches among these kinds; all kinds when none is named. */
    @Transactional(readOnly = true)
    public List<Found> find(String query, List<String> kinds, int most) {
        String[] wanted = kinds.isEmpty() ? null : kinds.toArray(String[]::new);
        return sql.selectFrom(FIND.call(clean(query), wanted, most))
                .fetch(row ->
                        new Found(
                                row.getKind(),
                                row.getRef(),
                                Optional.ofNullable(row.getNumber()),
                                row.getTitle(),
                                row.getHint(),
                                row.getAt()));
    }

    /**
     * The things of a kind that the caller may see and that all these words name, or this number: a
     * question inside that of a list.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public Select<Record1<UUID>> refs(String kind, String words) {
        var refs = REFS.call(clean(words), kind);
        return sql.select(refs.REFS_).from(refs);
    }

    /**
     * Counts the words of what was written since, so that a slip of the pen is known for one.
     *
     * @return of how many things
     */
    @Transactional
    public int learn(int most) {
        return Objects.requireNonNullElse(Routines.learn(sql.configuration(), most), 0);
    }

    private static String clean(String text) {
        return text.replace('\u0000', ' ');
    }
}
