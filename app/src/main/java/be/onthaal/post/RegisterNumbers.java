// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.post;

import static be.onthaal.post.internal.db.Tables.REGISTER;

import be.onthaal.access.Callers;
import be.onthaal.common.Brussels;
import be.onthaal.common.PublicNumber;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;

/** Gives numbers without a gap: the row of a register stays locked until the entry is committed. */
@Component
class RegisterNumbers {

    private final DSLContext sql;

    RegisterNumbers(DSLContext sql) {
        this.sql = sql;
    }

    /** The next number of the year it is in Brussels. */
    PublicNumber next(String book, RegisterEntry.Direction direction, Instant now) {
        LocalDate today = Brussels.date(now);
        int year = today.getYear();
        int sequence =
                sql.insertInto(REGISTER)
                        .set(REGISTER.AUTHORITY_ID, Callers.current().authority().value())
                        .set(REGISTER.BOOK, book)
                        .set(REGISTER.DIRECTION, direction.name())
                        .set(REGISTER.YEAR, year)
                        .set(REGISTER.LAST_NUMBER, 1)
                        .set(REGISTER.LAST_GIVEN_ON, today)
                        .onConflict(
                                REGISTER.AUTHORITY_ID,
                                REGISTER.BOOK,
                                REGISTER.DIRECTION,
                                REGISTER.YEAR)
                        .doUpdate()
                        .set(REGISTER.LAST_GIVEN_ON, today)
                        .set(REGISTER.LAST_NUMBER, REGISTER.LAST_NUMBER.plus(1))
                        .returning(REGISTER.LAST_NUMBER)
                        .fetchSingle(REGISTER.LAST_NUMBER);
        return new PublicNumber(direction.prefix() + book, year, sequence);
    }

    /** The day of the last number of a register, if it ever gave one. */
    Optional<LocalDate> lastGivenOn(String book, RegisterEntry.Direction direction) {
        return sql.select(DSL.max(REGISTER.LAST_GIVEN_ON))
                .from(REGISTER)
                .where(REGISTER.AUTHORITY_ID.eq(Callers.current().authority().value()))
                .and(REGISTER.BOOK.eq(book))
                .and(REGISTER.DIRECTION.eq(direction.name()))
                .fetchOptional(row -> row.value1());
    }

    /** Takes back the number that was given last and has not been used. */
    void giveBack(String book, RegisterEntry.Direction direction, PublicNumber number) {
        Condition register =
                REGISTER.AUTHORITY_ID
                        .eq(Callers.current().authority().value())
                        .and(REGISTER.BOOK.eq(book))
                        .and(REGISTER.DIRECTION.eq(direction.name()))
                        .and(REGISTER.YEAR.eq(number.year()));
        sql.update(REGISTER)
                .set(REGISTER.LAST_NUMBER, number.sequence() - 1)
                .where(register)
                .execute();
    }
}
