// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.cases;

import static be.onthaal.cases.internal.db.Tables.CASE_FILE;
import static be.onthaal.cases.internal.db.Tables.ROLE;

import be.onthaal.access.Callers;
import be.onthaal.access.Permission;
import be.onthaal.cases.CaseTrail.Step;
import be.onthaal.database.Ids;
import be.onthaal.party.Parties;
import be.onthaal.party.PartyId;
import be.onthaal.party.spi.CustomerItem;
import be.onthaal.party.spi.CustomerItems;
import be.onthaal.timeline.Timeline;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/** Cases of customers, to be kept with another of two who were one. */
@Component
class MadeCases implements CustomerItems {

    private final DSLContext sql;
    private final CaseStore cases;
    private final CaseTrail trail;
    private final Parties parties;
    private final Timeline timeline;
    private final Clock clock;

    MadeCases(
            DSLContext sql,
            CaseStore cases,
            CaseTrail trail,
            Parties parties,
            Timeline timeline,
            Clock clock) {
        this.sql = sql;
        this.cases = cases;
        this.trail = trail;
        this.parties = parties;
        this.timeline = timeline;
        this.clock = clock;
    }

    @Override
    public String kind() {
        return "CASE";
    }

    @Override
    public Permission permission() {
        return Permission.CASE_HANDLE;
    }

    @Override
    public List<CustomerItem> made(
            Collection<PartyId> profiles, Instant from, Instant until, int most) {
        return sql.select(CASE_FILE.ID, CASE_FILE.PARTY_ID, CASE_FILE.NUMBER, CASE_FILE.SUBJECT)
                .from(CASE_FILE)
                .where(CASE_FILE.AUTHORITY_ID.eq(authority()))
                .and(CASE_FILE.PARTY_ID.in(profiles.stream().map(PartyId::value).toList()))
                .and(CASE_FILE.ID.ge(Ids.first(from)))
                .and(CASE_FILE.ID.lt(Ids.first(until)))
                .orderBy(CASE_FILE.ID)
                .limit(most)
                .fetch(row ->
                        new CustomerItem(
                                kind(),
                                row.value1(),
                                new PartyId(row.value2()),
                                Ids.madeAt(row.value1()),
                                row.value3() + " " + row.value4()));
    }

    /** With the roles that he had in it, and what is told of it on his page. */
    @Override
    public void move(UUID item, PartyId from, PartyId to) {
        var id = new CaseId(item);
        cases.locked(id);
        String name = parties.meet(to).name();
        sql.update(CASE_FILE)
                .set(CASE_FILE.PARTY_ID, to.value())
                .set(CASE_FILE.PARTY_NAME, name)
                .set(CASE_FILE.REVISION, CASE_FILE.REVISION.plus(1))
                .set(CASE_FILE.CHANGED_AT, clock.instant())
                .set(CASE_FILE.CHANGED_BY, Callers.current().name())
                .where(CASE_FILE.AUTHORITY_ID.eq(authority()))
                .and(CASE_FILE.ID.eq(item))
                .execute();
        var held = ROLE.as("held");
        sql.update(ROLE)
                .set(ROLE.PARTY_ID, to.value())
                .set(ROLE.PARTY_NAME, name)
                .where(ROLE.AUTHORITY_ID.eq(authority()))
                .and(ROLE.CASE_ID.eq(item))
                .and(ROLE.PARTY_ID.eq(from.value()))
                .andNotExists(
                        sql.selectOne()
                                .from(held)
                                .where(held.AUTHORITY_ID.eq(authority()))
                                .and(held.CASE_ID.eq(item))
                                .and(held.CODE.eq(ROLE.CODE))
                                .and(held.PARTY_ID.eq(to.value())))
                .execute();
        timeline.reassign(item, from.value(), to.value());
        CaseFile file = cases.get(id);
        trail.inside(file, Step.of("cases.customer-assigned", name));
        trail.index(file);
    }

    private static UUID authority() {
        return Callers.current().authority().value();
    }
}
