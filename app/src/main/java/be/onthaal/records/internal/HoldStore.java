// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.records.internal;

import static be.onthaal.records.internal.db.Tables.HOLD;

import be.onthaal.access.Callers;
import be.onthaal.cases.CaseId;
import be.onthaal.common.NotFound;
import be.onthaal.party.PartyId;
import be.onthaal.records.Hold;
import be.onthaal.records.Hold.Scope;
import be.onthaal.records.internal.db.tables.records.HoldRecord;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/** Keeps holds. */
@Component
public class HoldStore {

    private final DSLContext sql;

    HoldStore(DSLContext sql) {
        this.sql = sql;
    }

    public void insert(Hold hold) {
        HoldRecord row = sql.newRecord(HOLD);
        row.setAuthorityId(authority());
        row.setId(hold.id());
        row.setCaseNumber(hold.about());
        row.setReason(hold.reason());
        row.setPlacedAt(hold.placed().at());
        row.setPlacedBy(hold.placed().by());
        switch (hold.scope()) {
            case Scope.OfCase one -> {
                row.setKind("CASE");
                row.setCaseId(one.file().value());
            }
            case Scope.OfType type -> {
                row.setKind("TYPE");
                row.setTypeCode(type.typeCode());
                row.setOpenedFrom(type.from());
                row.setOpenedUntil(type.until());
            }
            case Scope.OfCustomer customer -> {
                row.setKind("CUSTOMER");
                row.setPartyId(customer.party().value());
            }
        }
        row.insert();
    }

    public void lift(UUID id, Hold.Lifted lifted) {
        sql.update(HOLD)
                .set(HOLD.LIFTED_AT, lifted.done().at())
                .set(HOLD.LIFTED_BY, lifted.done().by())
                .set(HOLD.LIFTED_REASON, lifted.reason())
                .where(is(id))
                .execute();
    }

    /** The hold, which nobody else can lift before this transaction ends. */
    public Hold get(UUID id) {
        return sql.selectFrom(HOLD)
                .where(is(id))
                .forUpdate()
                .fetchOptional(HoldStore::read)
                .orElseThrow(() -> new NotFound("records.hold"));
    }

    public List<Hold> list(int most) {
        return sql.selectFrom(HOLD)
                .where(HOLD.AUTHORITY_ID.eq(authority()))
                .orderBy(HOLD.LIFTED_AT.desc().nullsFirst(), HOLD.PLACED_AT.desc())
                .limit(most)
                .fetch(HoldStore::read);
    }

    /** Those that count now. */
    public List<Hold> inForce() {
        return sql.selectFrom(HOLD)
                .where(HOLD.AUTHORITY_ID.eq(authority()))
                .and(HOLD.LIFTED_AT.isNull())
                .fetch(HoldStore::read);
    }

    private static Hold read(HoldRecord row) {
        return new Hold(
                row.getId(),
                scope(row),
                row.getCaseNumber(),
                row.getReason(),
                new Hold.Done(row.getPlacedAt(), row.getPlacedBy()),
                Optional.ofNullable(row.getLiftedAt())
                        .map(at ->
                                new Hold.Lifted(
                                        new Hold.Done(at, row.getLiftedBy()),
                                        row.getLiftedReason())));
    }

    private static Scope scope(HoldRecord row) {
        return switch (row.getKind()) {
            case "CASE" -> new Scope.OfCase(new CaseId(row.getCaseId()));
            case "CUSTOMER" -> new Scope.OfCustomer(new PartyId(row.getPartyId()));
            default ->
                    new Scope.OfType(row.getTypeCode(), row.getOpenedFrom(), row.getOpenedUntil());
        };
    }

    private static Condition is(UUID id) {
        return HOLD.AUTHORITY_ID.eq(authority()).and(HOLD.ID.eq(id));
    }

    private static UUID authority() {
        return Callers.current().authority().value();
    }
}
