// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.post;

import static be.onthaal.post.internal.db.Tables.BOOK;
import static be.onthaal.post.internal.db.Tables.KIND_TERM;
import static be.onthaal.post.internal.db.Tables.SETTING;

import be.onthaal.access.Callers;
import be.onthaal.access.Permission;
import be.onthaal.audit.Audit;
import be.onthaal.audit.AuditEvent;
import be.onthaal.common.FreeText;
import be.onthaal.common.Refused;
import be.onthaal.common.TermRule;
import be.onthaal.database.Part;
import be.onthaal.database.Parts;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jooq.DSLContext;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The registers of an authority, the terms of its post, and when an entry comes late. */
@Service
public class PostSettings {

    private static final Pattern CODE = Pattern.compile("[A-Z]{1,3}");
    private static final int LONGEST_NAME = 100;
    private static final int MOST_BOOKS = 20;

    private final DSLContext sql;
    private final Parts parts;
    private final Audit audit;

    PostSettings(DSLContext sql, Parts parts, Audit audit) {
        this.sql = sql;
        this.parts = parts;
        this.audit = audit;
    }

    /** The rules as they are now. */
    @Transactional(readOnly = true)
    public PostRules get() {
        return parts.answer(part());
    }

    /** The same, as a part of a page. */
    public Part<PostRules> part() {
        return backdating()
                .with(terms(), Kept::new)
                .with(books(), (kept, books) -> new PostRules(kept.from(), kept.terms(), books));
    }

    private record Kept(PostRules.Backdating from, Map<PieceKind, TermRule> terms) {}

    /** Chooses from which day on an entry must say why it comes late. */
    @Transactional
    public void late(PostRules.Backdating from) {
        Callers.require(Permission.ADMINISTER);
        sql.insertInto(SETTING)
                .set(SETTING.AUTHORITY_ID, authority())
                .set(SETTING.BACKDATING, from.name())
                .onConflict(SETTING.AUTHORITY_ID)
                .doUpdate()
                .set(SETTING.BACKDATING, from.name())
                .execute();
        record("late", from.name());
    }

    /** Gives pieces of a kind that come in from now on a term, or none. */
    @Transactional
    public void term(PieceKind kind, Optional<TermRule> rule) {
        Callers.require(Permission.ADMINISTER);
        sql.deleteFrom(KIND_TERM)
                .where(KIND_TERM.AUTHORITY_ID.eq(authority()))
                .and(KIND_TERM.KIND.eq(kind.name()))
                .execute();
        rule.ifPresent(term ->
                sql.insertInto(KIND_TERM)
                        .set(KIND_TERM.AUTHORITY_ID, authority())
                        .set(KIND_TERM.KIND, kind.name())
                        .set(KIND_TERM.AMOUNT, term.amount())
                        .set(KIND_TERM.UNIT, term.unit().name())
                        .execute());
        record(kind.name(), rule.map(term -> term.amount() + " " + term.unit()).orElse("-"));
    }

    /** Begins a register beside the usual one; its code stands in its numbers and never changes. */
    @Transactional
    public void begin(Book book) {
        Callers.require(Permission.ADMINISTER);
        if (!CODE.matcher(book.code()).matches()) {
            throw new Refused("post.book-code");
        }
        List<Book> known = get().books();
        if (known.size() >= MOST_BOOKS
                || known.stream().anyMatch(other -> other.code().equals(book.code()))) {
            throw new Refused("post.book-there");
        }
        String name =
                FreeText.required(
                        book.name(), LONGEST_NAME, "post.book-name", "post.book-name-long");
        sql.insertInto(BOOK)
                .set(BOOK.AUTHORITY_ID, authority())
                .set(BOOK.CODE, book.code())
                .set(BOOK.NAME, name)
                .execute();
        record("book", book.code());
    }

    private Part<PostRules.Backdating> backdating() {
        return Part.one(
                        sql.select(SETTING.BACKDATING)
                                .from(SETTING)
                                .where(SETTING.AUTHORITY_ID.eq(authority())),
                        row -> PostRules.Backdating.valueOf(row.value1()))
                .then(set -> set.orElse(PostRules.Backdating.PREVIOUS_WORKING_DAY));
    }

    private Part<Map<PieceKind, TermRule>> terms() {
        return Part.byKey(
                sql.select(KIND_TERM.KIND, KIND_TERM.AMOUNT, KIND_TERM.UNIT)
                        .from(KIND_TERM)
                        .where(KIND_TERM.AUTHORITY_ID.eq(authority())),
                row ->
                        Map.entry(
                                PieceKind.valueOf(row.value1()),
                                rule(row.value2(), TermRule.Unit.valueOf(row.value3()))));
    }

    private Part<List<Book>> books() {
        return Part.all(
                sql.select(BOOK.CODE, BOOK.NAME)
                        .from(BOOK)
                        .where(BOOK.AUTHORITY_ID.eq(authority()))
                        .orderBy(BOOK.CODE),
                row -> new Book(row.value1(), row.value2()));
    }

    /** From the day after it came in, to a working day (Gerechtelijk Wetboek, art. 52 and 53). */
    public static TermRule rule(int amount, TermRule.Unit unit) {
        return new TermRule(amount, unit, TermRule.Start.DAY_AFTER, true);
    }

    private void record(String what, String value) {
        audit.record(
                AuditEvent.of("post.set", AuditEvent.Subject.of("AUTHORITY", authority()))
                        .with("what", what)
                        .with("value", value));
    }

    private static UUID authority() {
        return Callers.current().authority().value();
    }
}
