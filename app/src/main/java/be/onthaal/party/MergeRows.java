// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.party;

import static be.onthaal.party.internal.db.Tables.LIKELY_PAIR;
import static be.onthaal.party.internal.db.Tables.MERGING;
import static be.onthaal.party.internal.db.Tables.NEVER_SAME;
import static be.onthaal.party.internal.db.Tables.PROFILE;

import be.onthaal.access.Caller;
import be.onthaal.access.Callers;
import be.onthaal.common.Conflict;
import be.onthaal.common.NotFound;
import be.onthaal.database.Ids;
import be.onthaal.database.Part;
import be.onthaal.party.internal.db.Routines;
import be.onthaal.party.internal.db.tables.records.MergingRecord;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;

/** Keeps which profiles are read as one. */
@Component
class MergeRows {

    private static final int MOST = 100;

    private final DSLContext sql;
    private final Clock clock;

    MergeRows(DSLContext sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    MergeId propose(PartyId kept, PartyId gone, String reason, String evidence) {
        Caller caller = Callers.current();
        var id = new MergeId(Ids.next());
        try {
            sql.insertInto(MERGING)
                    .set(MERGING.GROUP_ID, group())
                    .set(MERGING.ID, id.value())
                    .set(MERGING.AUTHORITY_ID, caller.authority().value())
                    .set(MERGING.KEPT, kept.value())
                    .set(MERGING.GONE, gone.value())
                    .set(MERGING.STATE, Merge.State.PROPOSED.name())
                    .set(MERGING.REASON, reason)
                    .set(MERGING.EVIDENCE, evidence)
                    .set(MERGING.PROPOSED_BY, caller.actor())
                    .set(MERGING.PROPOSED_NAME, caller.name())
                    .set(MERGING.PROPOSED_AT, clock.instant())
                    .execute();
        } catch (DuplicateKeyException twice) {
            throw new Conflict("party.merge-proposed-before");
        }
        return id;
    }

    /** Of two who decide at the same time one is too late. */
    void decide(MergeId id, Merge.State state) {
        Caller caller = Callers.current();
        int decided =
                sql.update(MERGING)
                        .set(MERGING.STATE, state.name())
                        .set(MERGING.DECIDED_BY, caller.actor())
                        .set(MERGING.DECIDED_NAME, caller.name())
                        .set(MERGING.DECIDED_AT, clock.instant())
                        .where(one(id))
                        .and(MERGING.STATE.eq(Merge.State.PROPOSED.name()))
                        .execute();
        if (decided == 0) {
            throw new Conflict("party.merge-decided");
        }
    }

    void undone(MergeId id, String reason) {
        int undone =
                sql.update(MERGING)
                        .set(MERGING.STATE, Merge.State.UNDONE.name())
                        .set(MERGING.UNDONE_NAME, Callers.current().name())
                        .set(MERGING.UNDONE_AT, clock.instant())
                        .set(MERGING.UNDONE_REASON, reason)
                        .where(one(id))
                        .and(MERGING.STATE.eq(Merge.State.MERGED.name()))
                        .execute();
        if (undone == 0) {
            throw new Conflict("party.merge-not-live");
        }
    }

    void join(PartyId kept, PartyId gone) {
        Routines.headed(sql.configuration(), kept.value(), gone.value());
        forgetPair(kept, gone);
    }

    void part(PartyId gone) {
        Routines.unheaded(sql.configuration(), gone.value());
    }

    /** Whether others are read under it, or it is read by itself. */
    boolean isHead(PartyId id) {
        return sql.fetchExists(
                sql.selectOne()
                        .from(PROFILE)
                        .where(PROFILE.GROUP_ID.eq(group()))
                        .and(PROFILE.ID.eq(id.value()))
                        .and(PROFILE.CANONICAL_ID.isNull()));
    }

    boolean apart(PartyId one, PartyId other) {
        return Boolean.TRUE.equals(Routines.apart(sql.configuration(), one.value(), other.value()));
    }

    boolean shared(Party one, Party other) {
        UUID[] both =
                Stream.concat(one.members().stream(), other.members().stream())
                        .map(PartyId::value)
                        .toArray(UUID[]::new);
        return Boolean.TRUE.equals(Routines.shared(sql.configuration(), both));
    }

    void neverSame(PartyId one, PartyId other, String reason) {
        boolean inOrder = inOrder(one, other);
        sql.insertInto(NEVER_SAME)
                .set(NEVER_SAME.GROUP_ID, group())
                .set(NEVER_SAME.ONE, (inOrder ? one : other).value())
                .set(NEVER_SAME.OTHER, (inOrder ? other : one).value())
                .set(NEVER_SAME.REASON, reason)
                .set(NEVER_SAME.DECIDED_NAME, Callers.current().name())
                .set(NEVER_SAME.DECIDED_AT, clock.instant())
                .onConflictDoNothing()
                .execute();
        forgetPair(one, other);
    }

    /** False when nobody said so of them, or it was taken back before. */
    boolean forgetNeverSame(PartyId one, PartyId other) {
        boolean inOrder = inOrder(one, other);
        return sql.deleteFrom(NEVER_SAME)
                        .where(NEVER_SAME.GROUP_ID.eq(group()))
                        .and(NEVER_SAME.ONE.eq((inOrder ? one : other).value()))
                        .and(NEVER_SAME.OTHER.eq((inOrder ? other : one).value()))
                        .execute()
                == 1;
    }

    /** What was said of two whom the caller knows both, the newest first. */
    List<SaidNeverSame> neverSame(int most) {
        return sql.selectFrom(NEVER_SAME)
                .where(NEVER_SAME.GROUP_ID.eq(group()))
                .orderBy(NEVER_SAME.DECIDED_AT.desc(), NEVER_SAME.ONE)
                .limit(most)
                .fetch(row ->
                        new SaidNeverSame(
                                new PartyId(row.getOne()),
                                new PartyId(row.getOther()),
                                row.getReason(),
                                new Merge.By(row.getDecidedName(), row.getDecidedAt())));
    }

    boolean isNeverSame(Collection<PartyId> ones, Collection<PartyId> others) {
        Collection<UUID> left = ones.stream().map(PartyId::value).toList();
        Collection<UUID> right = others.stream().map(PartyId::value).toList();
        return sql.fetchExists(
                sql.selectOne()
                        .from(NEVER_SAME)
                        .where(NEVER_SAME.GROUP_ID.eq(group()))
                        .and(
                                NEVER_SAME
                                        .ONE
                                        .in(left)
                                        .and(NEVER_SAME.OTHER.in(right))
                                        .or(
                                                NEVER_SAME
                                                        .ONE
                                                        .in(right)
                                                        .and(NEVER_SAME.OTHER.in(left)))));
    }

    boolean proposedBy(MergeId id, UUID actor) {
        return sql.fetchExists(
                sql.selectOne().from(MERGING).where(one(id)).and(MERGING.PROPOSED_BY.eq(actor)));
    }

    Merge found(MergeId id) {
        return get(id).orElseThrow(() -> new NotFound("party.merge"));
    }

    Optional<Merge> get(MergeId id) {
        return sql.selectFrom(MERGING).where(one(id)).fetchOptional(MergeRows::read);
    }

    Part<List<Merge>> of(Collection<PartyId> members) {
        Collection<UUID> ids = members.stream().map(PartyId::value).toList();
        return Part.all(
                sql.selectFrom(MERGING)
                        .where(MERGING.GROUP_ID.eq(group()))
                        .and(MERGING.KEPT.in(ids).or(MERGING.GONE.in(ids)))
                        .orderBy(MERGING.PROPOSED_AT.desc())
                        .limit(MOST),
                MergeRows::read);
    }

    List<Merge> proposed(int most) {
        return sql.selectFrom(MERGING)
                .where(MERGING.GROUP_ID.eq(group()))
                .and(MERGING.STATE.eq(Merge.State.PROPOSED.name()))
                .orderBy(MERGING.PROPOSED_AT)
                .limit(most)
                .fetch(MergeRows::read);
    }

    private void forgetPair(PartyId one, PartyId other) {
        boolean inOrder = inOrder(one, other);
        sql.deleteFrom(LIKELY_PAIR)
                .where(LIKELY_PAIR.GROUP_ID.eq(group()))
                .and(LIKELY_PAIR.ONE.eq((inOrder ? one : other).value()))
                .and(LIKELY_PAIR.OTHER.eq((inOrder ? other : one).value()))
                .execute();
    }

    /** The order of the database, which holds an id for sixteen bytes without a sign. */
    static boolean inOrder(PartyId one, PartyId other) {
        return one.toString().compareTo(other.toString()) < 0;
    }

    private static Condition one(MergeId id) {
        return MERGING.GROUP_ID.eq(group()).and(MERGING.ID.eq(id.value()));
    }

    static Merge read(MergingRecord row) {
        return new Merge(
                new MergeId(row.getId()),
                new PartyId(row.getKept()),
                new PartyId(row.getGone()),
                Merge.State.valueOf(row.getState()),
                row.getReason(),
                row.getEvidence(),
                new Merge.By(row.getProposedName(), row.getProposedAt()),
                by(row.getDecidedName(), row.getDecidedAt()),
                by(row.getUndoneName(), row.getUndoneAt()));
    }

    private static Optional<Merge.By> by(@Nullable String name, @Nullable Instant at) {
        return name == null || at == null ? Optional.empty() : Optional.of(new Merge.By(name, at));
    }

    private static UUID group() {
        return Callers.current().group().value();
    }
}
