// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.routing.internal;

import static be.onthaal.routing.internal.db.Tables.BOOK;
import static be.onthaal.routing.internal.db.Tables.RULE;

import be.onthaal.access.Callers;
import be.onthaal.access.UnitId;
import be.onthaal.routing.AttachmentKind;
import be.onthaal.routing.Conditions;
import be.onthaal.routing.Extras;
import be.onthaal.routing.MailLanguage;
import be.onthaal.routing.Priority;
import be.onthaal.routing.RoutingRule;
import be.onthaal.routing.RuleWish;
import be.onthaal.routing.Rulebook.Edition;
import be.onthaal.routing.Target;
import be.onthaal.routing.internal.db.tables.records.RuleRecord;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/** Rules as rows. */
@Component
public class RuleStore {

    private final DSLContext sql;

    RuleStore(DSLContext sql) {
        this.sql = sql;
    }

    /** How they stand now, if they were ever changed. */
    public Optional<Edition> edition() {
        return sql.select(BOOK.REVISION, BOOK.CHANGED_AT, BOOK.CHANGED_BY)
                .from(BOOK)
                .where(BOOK.AUTHORITY_ID.eq(authority()))
                .fetchOptional(
                        row -> new Edition(row.value1(), Optional.of(row.value2()), row.value3()));
    }

    /** The same, held until this transaction ends: the next who changes them waits. */
    public Edition lock(Instant now, String by) {
        sql.insertInto(BOOK)
                .set(BOOK.AUTHORITY_ID, authority())
                .set(BOOK.REVISION, 0)
                .set(BOOK.CHANGED_AT, now)
                .set(BOOK.CHANGED_BY, by)
                .onConflictDoNothing()
                .execute();
        return sql.select(BOOK.REVISION, BOOK.CHANGED_AT, BOOK.CHANGED_BY)
                .from(BOOK)
                .where(BOOK.AUTHORITY_ID.eq(authority()))
                .forUpdate()
                .fetchSingle(
                        row -> new Edition(row.value1(), Optional.of(row.value2()), row.value3()));
    }

    public void changed(int revision, Instant now, String by) {
        sql.update(BOOK)
                .set(BOOK.REVISION, revision)
                .set(BOOK.CHANGED_AT, now)
                .set(BOOK.CHANGED_BY, by)
                .where(BOOK.AUTHORITY_ID.eq(authority()))
                .execute();
    }

    /** All of them, in order. */
    public List<RoutingRule> rules() {
        return sql.selectFrom(RULE)
                .where(RULE.AUTHORITY_ID.eq(authority()))
                .orderBy(RULE.POSITION)
                .fetch(RuleStore::read);
    }

    public void insert(RoutingRule rule) {
        RuleRecord row = write(rule.wish());
        row.setAuthorityId(authority());
        row.setId(rule.id());
        row.setPosition(rule.position());
        sql.insertInto(RULE).set(row).execute();
    }

    public void change(UUID id, RuleWish wish) {
        sql.update(RULE).set(write(wish)).where(is(id)).execute();
    }

    public void place(UUID id, int position) {
        sql.update(RULE).set(RULE.POSITION, position).where(is(id)).execute();
    }

    public void remove(RoutingRule rule) {
        sql.deleteFrom(RULE).where(is(rule.id())).execute();
        sql.update(RULE)
                .set(RULE.POSITION, RULE.POSITION.minus(1))
                .where(RULE.AUTHORITY_ID.eq(authority()))
                .and(RULE.POSITION.gt(rule.position()))
                .execute();
    }

    /** What pointed to a unit that another took over points to that one. */
    public List<UUID> follow(UnitId closed, UnitId successor) {
        return sql.update(RULE)
                .set(RULE.UNIT_ID, successor.value())
                .where(RULE.AUTHORITY_ID.eq(authority()))
                .and(RULE.UNIT_ID.eq(closed.value()))
                .returning(RULE.ID)
                .fetch(RULE.ID);
    }

    private static RuleRecord write(RuleWish wish) {
        Conditions asked = wish.conditions();
        Extras extras = wish.extras();
        var row = new RuleRecord();
        row.setName(wish.name());
        row.setActive(wish.active());
        row.setSenders(array(asked.senders()));
        row.setRecipients(array(asked.recipients()));
        row.setSubjectWords(array(asked.subject()));
        row.setTextWords(array(asked.text()));
        row.setAttachments(asked.attachments().map(Enum::name).orElse(null));
        row.setNamesCase(asked.named().asked());
        row.setCaseTypes(array(asked.named().types()));
        row.setLanguage(asked.language().map(Enum::name).orElse(null));
        row.setTarget(
                switch (wish.target()) {
                    case Target.ToUnit unit -> "UNIT";
                    case Target.ByTable table -> "TABLE";
                    case Target.Stay stay -> "MAILBOX";
                });
        row.setUnitId(wish.target() instanceof Target.ToUnit(UnitId unit) ? unit.value() : null);
        row.setProposedType(extras.caseType());
        row.setMark(extras.mark());
        row.setPriority(extras.priority().name());
        row.setNoAnswer(extras.noAnswer());
        return row;
    }

    private static RoutingRule read(RuleRecord row) {
        var asked =
                new Conditions(
                        List.of(row.getSenders()),
                        List.of(row.getRecipients()),
                        List.of(row.getSubjectWords()),
                        List.of(row.getTextWords()),
                        Optional.ofNullable(row.getAttachments()).map(AttachmentKind::valueOf),
                        new Conditions.CaseNamed(row.getNamesCase(), List.of(row.getCaseTypes())),
                        Optional.ofNullable(row.getLanguage()).map(MailLanguage::valueOf));
        Target target =
                switch (row.getTarget()) {
                    case "UNIT" -> new Target.ToUnit(new UnitId(row.getUnitId()));
                    case "TABLE" -> new Target.ByTable();
                    default -> new Target.Stay();
                };
        var extras =
                new Extras(
                        row.getProposedType(),
                        row.getMark(),
                        Priority.valueOf(row.getPriority()),
                        row.getNoAnswer());
        return new RoutingRule(
                row.getId(),
                row.getPosition(),
                new RuleWish(row.getName(), row.getActive(), asked, target, extras));
    }

    private static String[] array(List<String> texts) {
        return texts.toArray(String[]::new);
    }

    private static Condition is(UUID id) {
        return RULE.AUTHORITY_ID.eq(authority()).and(RULE.ID.eq(id));
    }

    private static UUID authority() {
        return Callers.current().authority().value();
    }
}
