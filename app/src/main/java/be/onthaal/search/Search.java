// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.search;

import static be.onthaal.search.internal.db.Tables.ENTRY;
import static be.onthaal.search.internal.db.Tables.FIND;

import be.onthaal.access.Callers;
import be.onthaal.access.UnitId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
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
        UUID authority = Callers.current().authority().value();
        String text = thing.text().substring(0, Math.min(LONGEST_TEXT, thing.text().length()));
        String all = String.join(" ", thing.number().orElse(""), thing.title(), thing.hint());
        Field<Object> words =
                DSL.field(
                        "setweight(to_tsvector('search.dutch', {0}), 'A') ||"
                                + " to_tsvector('search.dutch', {1})",
                        Object.class, DSL.val(clean(all)), DSL.val(clean(text)));
        Field<String> folded = DSL.field("search.folded({0})", SQLDataType.VARCHAR, DSL.val(clean(all)));
        var row =
                sql.insertInto(ENTRY)
                        .set(ENTRY.AUTHORITY_ID, authority)
                        .set(ENTRY.KIND, thing.kind())
                        .set(ENTRY.REF, thing.ref())
                        .set(ENTRY.UNIT_ID, thing.visibility().unit().map(UnitId::value).orElse(null))
                        .set(ENTRY.CONFIDENTIALITY, thing.visibility().confidentiality().level())
                        .set(ENTRY.NUMBER, thing.number().orElse(null))
                        .set(ENTRY.TITLE, clean(thing.title()))
                        .set(ENTRY.HINT, clean(thing.hint()))
                        .set(Map.of(ENTRY.WORDS, words))
                        .set(ENTRY.FOLDED, folded)
                        .set(ENTRY.AT, thing.at());
        row.onConflict(ENTRY.AUTHORITY_ID, ENTRY.KIND, ENTRY.REF)
                .doUpdate()
                .set(ENTRY.UNIT_ID, DSL.excluded(ENTRY.UNIT_ID))
                .set(ENTRY.CONFIDENTIALITY, DSL.excluded(ENTRY.CONFIDENTIALITY))
                .set(ENTRY.NUMBER, DSL.excluded(ENTRY.NUMBER))
                .set(ENTRY.TITLE, DSL.excluded(ENTRY.TITLE))
                .set(ENTRY.HINT, DSL.excluded(ENTRY.HINT))
                .set(Map.of(ENTRY.WORDS, DSL.excluded(ENTRY.WORDS)))
                .set(ENTRY.FOLDED, DSL.excluded(ENTRY.FOLDED))
                .set(ENTRY.AT, DSL.excluded(ENTRY.AT))
                .execute();
    }

    /** The best matches among these kinds; all kinds when none is named. */
    @Transactional(readOnly = true)
    public List<Found> find(String query, List<String> kinds, int most) {
        String[] wanted = kinds.isEmpty() ? null : kinds.toArray(String[]::new);
        return sql.selectFrom(FIND.call(clean(query), wanted, most))
                .fetch(
                        row ->
                                new Found(
                                        row.getKind(),
                                        row.getRef(),
                                        Optional.ofNullable(row.getNumber()),
                                        row.getTitle(),
                                        row.getHint(),
                                        row.getAt()));
    }

    private static String clean(String text) {
        return text.replace('\u0000', ' ');
    }
}
