// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.party;

import static be.onthaal.party.internal.db.Tables.PROFILE;
import static be.onthaal.party.internal.db.Tables.RELATION;

import be.onthaal.access.Caller;
import be.onthaal.access.Callers;
import be.onthaal.database.Ids;
import be.onthaal.database.Part;
import be.onthaal.party.internal.db.tables.Profile;
import be.onthaal.party.internal.db.tables.records.RelationRecord;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.SelectConditionStep;
import org.jooq.Table;
import org.jooq.TableField;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Keeps who belongs to whom, and reads it from the side of a customer. */
@Component
class RelationRows {

    private static final int MOST = 200;
    private static final Profile OTHER = PROFILE.as("other");
    private static final Field<String> SIDE = DSL.field(DSL.name("side"), String.class);

    private final DSLContext sql;
    private final Clock clock;

    RelationRows(DSLContext sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    RelationId insert(Relations.Stated stated) {
        Caller caller = Callers.current();
        var id = new RelationId(Ids.next());
        Relation.Terms terms = stated.terms();
        sql.insertInto(RELATION)
                .set(RELATION.AUTHORITY_ID, caller.authority().value())
                .set(RELATION.ID, id.value())
                .set(RELATION.GROUP_ID, caller.group().value())
                .set(RELATION.FROM_PARTY, stated.from().value())
                .set(RELATION.TO_PARTY, stated.to().value())
                .set(RELATION.KIND, stated.kind().name())
                .set(RELATION.ROLE, terms.role())
                .set(RELATION.PROOF, terms.proof())
                .set(RELATION.SINCE, terms.since().orElse(null))
                .set(RELATION.UNTIL, terms.until().orElse(null))
                .set(RELATION.SOURCE, stated.source())
                .set(RELATION.STATED_NAME, caller.name())
                .set(RELATION.STATED_AT, clock.instant())
                .execute();
        return id;
    }

    void end(Collection<RelationId> ended) {
        sql.update(RELATION)
                .set(RELATION.ENDED_NAME, Callers.current().name())
                .set(RELATION.ENDED_AT, clock.instant())
                .where(RELATION.AUTHORITY_ID.eq(authority()))
                .and(RELATION.ID.in(ended.stream().map(RelationId::value).toList()))
                .and(RELATION.ENDED_AT.isNull())
                .execute();
    }

    /** Whether it is stated already, whichever of their profiles it was stated of. */
    boolean live(Party from, Party to, Relation.Kind kind) {
        Condition stated = between(from, to);
        return sql.fetchExists(
                sql.selectOne()
                        .from(RELATION)
                        .where(RELATION.AUTHORITY_ID.eq(authority()))
                        .and(RELATION.KIND.eq(kind.name()))
                        .and(RELATION.ENDED_AT.isNull())
                        .and(kind.isMutual() ? stated.or(between(to, from)) : stated));
    }

    private static Condition between(Party from, Party to) {
        return RELATION.FROM_PARTY.in(ids(from)).and(RELATION.TO_PARTY.in(ids(to)));
    }

    /**
     * Of a customer, first those that hold and the newest of those, without what two of his own
     * profiles are to each other.
     */
    Part<List<Relation>> of(PartyId id) {
        Table<Record> related = related(id, DSL.noCondition());
        return Part.all(
                sql.select(related.fields())
                        .from(related)
                        .orderBy(
                                related.field(RELATION.ENDED_AT).desc().nullsFirst(),
                                related.field(RELATION.STATED_AT).desc(),
                                related.field(RELATION.ID).desc())
                        .limit(MOST),
                RelationRows::read);
    }

    /** One of those of a customer, however many he has. */
    Part<Optional<Relation>> one(PartyId id, RelationId relation) {
        Table<Record> related = related(id, RELATION.ID.eq(relation.value()));
        return Part.one(sql.select(related.fields()).from(related), RelationRows::read);
    }

    private Table<Record> related(PartyId id, Condition which) {
        return from(id, RELATION.TO_PARTY, RELATION.FROM_PARTY, Relation.Side.FROM)
                .and(which)
                .unionAll(
                        from(id, RELATION.FROM_PARTY, RELATION.TO_PARTY, Relation.Side.TO)
                                .and(which))
                .asTable("related");
    }

    /**
     * The relations with the customer on one side and another on the other one.
     *
     * @param side where the other stands
     */
    private SelectConditionStep<Record> from(
            PartyId id,
            TableField<RelationRecord, UUID> own,
            TableField<RelationRecord, UUID> others,
            Relation.Side side) {
        var asked = PROFILE.as("asked");
        var member = PROFILE.as("member");
        var shown = PartySummaries.shownAs(OTHER);
        return sql.select(RELATION.fields())
                .select(DSL.inline(side.name()).as(SIDE))
                .select(shown.fields())
                .from(asked)
                .join(member)
                .on(member.GROUP_ID.eq(asked.GROUP_ID))
                .and(member.HEAD_ID.eq(asked.HEAD_ID))
                .join(RELATION)
                .on(RELATION.AUTHORITY_ID.eq(authority()))
                .and(own.eq(member.ID))
                .join(OTHER)
                .on(OTHER.GROUP_ID.eq(asked.GROUP_ID))
                .and(OTHER.ID.eq(others))
                .crossJoin(shown)
                .where(asked.GROUP_ID.eq(Callers.current().group().value()))
                .and(asked.ID.eq(id.value()))
                .and(Profiles.known(member.ID))
                .and(OTHER.HEAD_ID.ne(asked.HEAD_ID));
    }

    private static Relation read(Record row) {
        return new Relation(
                new RelationId(row.get(RELATION.ID)),
                Relation.Kind.valueOf(row.get(RELATION.KIND)),
                Relation.Side.valueOf(row.get(SIDE)),
                PartySummaries.summary(row),
                new Relation.Terms(
                        row.get(RELATION.ROLE),
                        row.get(RELATION.PROOF),
                        Optional.ofNullable(row.get(RELATION.SINCE)),
                        Optional.ofNullable(row.get(RELATION.UNTIL))),
                new Relation.History(
                        row.get(RELATION.SOURCE),
                        new Relation.By(row.get(RELATION.STATED_NAME), row.get(RELATION.STATED_AT)),
                        by(row.get(RELATION.ENDED_NAME), row.get(RELATION.ENDED_AT))));
    }

    private static Optional<Relation.By> by(@Nullable String name, @Nullable Instant at) {
        return name == null || at == null
                ? Optional.empty()
                : Optional.of(new Relation.By(name, at));
    }

    private static Collection<UUID> ids(Party party) {
        return party.members().stream().map(PartyId::value).toList();
    }

    private static UUID authority() {
        return Callers.current().authority().value();
    }
}
