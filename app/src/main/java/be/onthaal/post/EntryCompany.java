// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.post;

import static be.onthaal.post.internal.db.Tables.COPY;
import static be.onthaal.post.internal.db.Tables.CORRESPONDENT;

import be.onthaal.access.Callers;
import be.onthaal.access.UnitId;
import be.onthaal.database.Part;
import be.onthaal.database.Parts;
import be.onthaal.party.PartyId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/** Keeps who else has to do with entries. */
@Component
class EntryCompany {

    private final DSLContext sql;
    private final Parts parts;

    EntryCompany(DSLContext sql, Parts parts) {
        this.sql = sql;
        this.parts = parts;
    }

    Company get(EntryId id) {
        return parts.answer(of(id));
    }

    Part<Company> of(EntryId id) {
        return others(id).with(copies(id), Company::new);
    }

    /** Keeps this company instead of what there was. */
    void put(EntryId id, Company company) {
        sql.deleteFrom(CORRESPONDENT)
                .where(CORRESPONDENT.AUTHORITY_ID.eq(authority()))
                .and(CORRESPONDENT.ENTRY_ID.eq(id.value()))
                .execute();
        sql.deleteFrom(COPY)
                .where(COPY.AUTHORITY_ID.eq(authority()))
                .and(COPY.ENTRY_ID.eq(id.value()))
                .execute();
        add(id, company);
    }

    /** Keeps the company of a new entry. */
    void add(EntryId id, Company company) {
        int position = 1;
        for (Correspondent other : company.others()) {
            position++;
            sql.insertInto(CORRESPONDENT)
                    .set(CORRESPONDENT.AUTHORITY_ID, authority())
                    .set(CORRESPONDENT.ENTRY_ID, id.value())
                    .set(CORRESPONDENT.POSITION, position)
                    .set(CORRESPONDENT.NAME, other.name())
                    .set(CORRESPONDENT.PARTY_ID, other.known().map(PartyId::value).orElse(null))
                    .set(CORRESPONDENT.LIKELY_ID, other.likely().map(PartyId::value).orElse(null))
                    .execute();
        }
        for (UnitId unit : company.copies()) {
            sql.insertInto(COPY)
                    .set(COPY.AUTHORITY_ID, authority())
                    .set(COPY.ENTRY_ID, id.value())
                    .set(COPY.UNIT_ID, unit.value())
                    .execute();
        }
    }

    private Part<List<Correspondent>> others(EntryId id) {
        return Part.all(
                sql.selectFrom(CORRESPONDENT)
                        .where(CORRESPONDENT.AUTHORITY_ID.eq(authority()))
                        .and(CORRESPONDENT.ENTRY_ID.eq(id.value()))
                        .orderBy(CORRESPONDENT.POSITION),
                row ->
                        new Correspondent(
                                row.getName(),
                                Optional.<UUID>ofNullable(row.getPartyId()).map(PartyId::new),
                                Optional.<UUID>ofNullable(row.getLikelyId()).map(PartyId::new)));
    }

    private Part<Set<UnitId>> copies(EntryId id) {
        return Part.all(
                        sql.select(COPY.UNIT_ID)
                                .from(COPY)
                                .where(COPY.AUTHORITY_ID.eq(authority()))
                                .and(COPY.ENTRY_ID.eq(id.value())),
                        row -> new UnitId(row.value1()))
                .then(Set::copyOf);
    }

    private static UUID authority() {
        return Callers.current().authority().value();
    }
}
