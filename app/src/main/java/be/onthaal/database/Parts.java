// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.database;

import java.util.List;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Asks what several modules tell on a page, in one statement. */
@Component
public class Parts {

    private final DSLContext sql;

    Parts(DSLContext sql) {
        this.sql = sql;
    }

    /** The answers to questions that were asked together. */
    public static final class Answers {

        private final Record row;

        private Answers(Record row) {
            this.row = row;
        }

        /** The answer to one of the parts that were asked. */
        public <T> T to(Part<T> part) {
            return part.read(row);
        }
    }

    /** Asks them all at once; without a question nothing is sent. */
    @Transactional(readOnly = true)
    public Answers ask(Part<?>... parts) {
        List<Field<?>> questions =
                Stream.of(parts).<Field<?>>flatMap(part -> part.questions().stream()).toList();
        return new Answers(
                questions.isEmpty() ? sql.newRecord() : sql.select(questions).fetchSingle());
    }

    /** Asks one. */
    @Transactional(readOnly = true)
    public <T> T answer(Part<T> part) {
        return ask(part).to(part);
    }
}
