// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.records.internal;

import static be.onthaal.records.internal.db.Tables.ITEM;

import be.onthaal.access.Callers;
import be.onthaal.access.Confidentiality;
import be.onthaal.access.UnitId;
import be.onthaal.cases.CaseId;
import be.onthaal.cases.model.Retention;
import be.onthaal.common.NotFound;
import be.onthaal.records.ListedCase;
import be.onthaal.records.ListedCase.State;
import be.onthaal.records.internal.db.tables.records.ItemRecord;
import java.time.LocalDate;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;

/** Keeps the cases on destruction lists, and with them what stays of those that are gone. */
@Component
public class ItemStore {

    private final DSLContext sql;

    ItemStore(DSLContext sql) {
        this.sql = sql;
    }

    public void insert(Collection<ListedCase> items) {
        sql.batchInsert(items.stream().map(this::row).toList()).execute();
    }

    /** Which of these stand on a list that counts, or were taken out until later than today. */
    public Set<UUID> settled(Collection<UUID> cases, LocalDate today) {
        return sql.select(ITEM.CASE_ID)
                .from(ITEM)
                .where(ITEM.AUTHORITY_ID.eq(authority()))
                .and(ITEM.CASE_ID.in(cases))
                .and(
                        ITEM.STATE
                                .in(
                                        State.LISTED.name(),
                                        State.SAMPLED.name(),
                                        State.DESTROYED.name())
                                .or(
                                        ITEM.STATE
                                                .eq(State.TAKEN_OUT.name())
                                                .and(ITEM.LATER.gt(today))))
                .fetchSet(ITEM.CASE_ID);
    }

    /** The cases of a list by number, those the caller may see. */
    public List<ListedCase> of(UUID list, int most) {
        return sql.selectFrom(ITEM)
                .where(of(list))
                .orderBy(ITEM.NUMBER)
                .limit(most)
                .fetch(ItemStore::read);
    }

    public Map<State, Integer> tally(UUID list) {
        Map<State, Integer> tally = new EnumMap<>(State.class);
        sql.select(ITEM.STATE, DSL.count())
                .from(ITEM)
                .where(of(list))
                .groupBy(ITEM.STATE)
                .fetch()
                .forEach(row -> tally.put(State.valueOf(row.value1()), row.value2()));
        return tally;
    }

    /** The item, which nobody else can change before this transaction ends. */
    public ListedCase locked(UUID list, CaseId id) {
        return sql.selectFrom(ITEM)
                .where(of(list))
                .and(ITEM.CASE_ID.eq(id.value()))
                .forUpdate()
                .fetchOptional(ItemStore::read)
                .orElseThrow(() -> new NotFound("records.item"));
    }

    /** The next that is to be done: what is listed, and what is kept as a sample from now on. */
    public Optional<ListedCase> next(UUID list) {
        return sql.selectFrom(ITEM)
                .where(of(list))
                .and(
                        ITEM.STATE
                                .eq(State.LISTED.name())
                                .or(
                                        ITEM.STATE
                                                .eq(State.SAMPLED.name())
                                                .and(ITEM.DECIDED_AT.isNull())))
                .orderBy(ITEM.STATE, ITEM.NUMBER)
                .limit(1)
                .forUpdate()
                .skipLocked()
                .fetchOptional(ItemStore::read);
    }

    public void decide(ListedCase item, ListedCase.Decision decision) {
        sql.update(ITEM)
                .set(ITEM.STATE, decision.state().name())
                .set(ITEM.REASON, decision.reason())
                .set(ITEM.LATER, decision.later().orElse(null))
                .set(ITEM.DECIDED_BY, decision.by())
                .set(ITEM.DECIDED_AT, decision.at().orElse(null))
                .set(ITEM.CONTENTS, decision.contents())
                .set(ITEM.DIGEST, decision.digest())
                .where(of(item.list()))
                .and(ITEM.CASE_ID.eq(item.id().value()))
                .execute();
    }

    /** The list was withdrawn: what stood on it may stand on another one. */
    public void withdraw(UUID list) {
        sql.update(ITEM)
                .set(ITEM.STATE, State.WITHDRAWN.name())
                .where(of(list))
                .and(ITEM.STATE.in(State.LISTED.name(), State.SAMPLED.name()))
                .execute();
    }

    /** What stays of a case that is gone. */
    public Optional<ListedCase> destroyed(String number) {
        return sql.selectFrom(ITEM)
                .where(ITEM.AUTHORITY_ID.eq(authority()))
                .and(ITEM.NUMBER.eq(number))
                .and(ITEM.STATE.eq(State.DESTROYED.name()))
                .fetchOptional(ItemStore::read);
    }

    private ItemRecord row(ListedCase item) {
        ItemRecord row = sql.newRecord(ITEM);
        row.setAuthorityId(authority());
        row.setListId(item.list());
        row.setCaseId(item.id().value());
        row.setNumber(item.number());
        row.setTypeCode(item.kind().typeCode());
        row.setTypeName(item.kind().typeName());
        row.setUnitId(item.kind().unit().value());
        row.setConfidentiality(item.kind().confidentiality().level());
        row.setOpenedOn(item.dates().openedOn());
        row.setClosedOn(item.dates().closedOn());
        row.setResultCode(item.rule().resultCode());
        row.setAction(item.rule().action().name());
        row.setKeepUntil(item.rule().keepUntil());
        row.setState(item.decision().state().name());
        return row;
    }

    private static ListedCase read(ItemRecord row) {
        return new ListedCase(
                row.getListId(),
                new CaseId(row.getCaseId()),
                row.getNumber(),
                new ListedCase.Kind(
                        row.getTypeCode(),
                        row.getTypeName(),
                        new UnitId(row.getUnitId()),
                        Confidentiality.of(row.getConfidentiality())),
                new ListedCase.Dates(row.getOpenedOn(), row.getClosedOn()),
                new ListedCase.Rule(
                        row.getResultCode(),
                        Retention.Action.valueOf(row.getAction()),
                        row.getKeepUntil()),
                new ListedCase.Decision(
                        State.valueOf(row.getState()),
                        row.getReason(),
                        Optional.ofNullable(row.getLater()),
                        row.getDecidedBy(),
                        Optional.ofNullable(row.getDecidedAt()),
                        row.getContents(),
                        row.getDigest()));
    }

    private static Condition of(UUID list) {
        return ITEM.AUTHORITY_ID.eq(authority()).and(ITEM.LIST_ID.eq(list));
    }

    private static UUID authority() {
        return Callers.current().authority().value();
    }
}
