// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.party;

import static be.onthaal.party.internal.db.Tables.MERGING;

import be.onthaal.access.Callers;
import be.onthaal.access.Permission;
import be.onthaal.audit.Audit;
import be.onthaal.audit.AuditEvent;
import be.onthaal.common.Conflict;
import be.onthaal.database.Parts;
import be.onthaal.party.matching.Verdict;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Merges that are perhaps wrong: found by night, and looked at by a colleague. */
@Service
public class Doubts {

    private static final int MOST = 1_000;

    private final DSLContext sql;
    private final MergeRows rows;
    private final Parties parties;
    private final Profiles profiles;
    private final LikelyMatches likely;
    private final Parts parts;
    private final Audit audit;
    private final Clock clock;

    Doubts(
            DSLContext sql,
            MergeRows rows,
            Parties parties,
            Profiles profiles,
            LikelyMatches likely,
            Parts parts,
            Audit audit,
            Clock clock) {
        this.sql = sql;
        this.rows = rows;
        this.parties = parties;
        this.profiles = profiles;
        this.likely = likely;
        this.parts = parts;
        this.audit = audit;
        this.clock = clock;
    }

    /** Those that wait for a colleague to look, the oldest first. */
    @Transactional(readOnly = true)
    public List<Doubt> waiting(int most) {
        Callers.require(Permission.PARTY_VIEW);
        return sql.selectFrom(MERGING)
                .where(live())
                .and(MERGING.DOUBT.isNotNull())
                .and(MERGING.UPHELD_AT.isNull())
                .orderBy(MERGING.DOUBTED_AT, MERGING.ID)
                .limit(most)
                .fetch(row ->
                        new Doubt(
                                MergeRows.read(row),
                                Doubt.Why.valueOf(row.getDoubt()),
                                row.getDoubtedAt()));
    }

    /** A colleague looked: they are one all the same, until something else is found. */
    @Transactional
    public void uphold(MergeId id) {
        Callers.require(Permission.PARTY_EDIT);
        Merge merge = rows.found(id);
        parties.handled(merge.kept());
        parties.handled(merge.gone());
        int upheld =
                sql.update(MERGING)
                        .set(MERGING.UPHELD_NAME, Callers.current().name())
                        .set(MERGING.UPHELD_AT, clock.instant())
                        .where(live())
                        .and(MERGING.ID.eq(id.value()))
                        .and(MERGING.DOUBT.isNotNull())
                        .and(MERGING.UPHELD_AT.isNull())
                        .execute();
        if (upheld == 0) {
            throw new Conflict("party.doubt-settled");
        }
        audit.record(
                AuditEvent.of(
                                "party.merge-upheld",
                                AuditEvent.Subject.of("PARTY", merge.kept().value()))
                        .about(List.of(merge.kept().value(), merge.gone().value())));
    }

    /** Judges each merge of this authority again by what is known now. */
    @Transactional
    public void renew() {
        sql.selectFrom(MERGING)
                .where(live())
                .orderBy(MERGING.DECIDED_AT.desc())
                .limit(MOST)
                .fetch(MergeRows::read)
                .forEach(this::judge);
    }

    private void judge(Merge merge) {
        Optional<Party> kept = parts.answer(profiles.alone(merge.kept()));
        Optional<Party> gone = parts.answer(profiles.alone(merge.gone()));
        Optional<String> why =
                kept.flatMap(one -> gone.flatMap(other -> why(one, other))).map(Enum::name);
        sql.update(MERGING)
                .set(MERGING.DOUBT, why.orElse(null))
                .set(MERGING.DOUBTED_AT, why.map(found -> clock.instant()).orElse(null))
                .set(MERGING.UPHELD_NAME, (String) null)
                .set(MERGING.UPHELD_AT, (Instant) null)
                .where(live())
                .and(MERGING.ID.eq(merge.id().value()))
                .and(MERGING.DOUBT.isDistinctFrom(why.orElse(null)))
                .execute();
    }

    private Optional<Doubt.Why> why(Party one, Party other) {
        if (differ(one.nationalNumber(), other.nationalNumber())) {
            return Optional.of(Doubt.Why.TWO_NUMBERS);
        }
        if (differ(registered(one), registered(other))) {
            return Optional.of(Doubt.Why.TWO_BIRTH_DATES);
        }
        return born(one) && born(other) && strangers(one, other)
                ? Optional.of(Doubt.Why.UNLIKELY)
                : Optional.empty();
    }

    /** Of whom little is known nothing can be said. */
    private static boolean born(Party party) {
        return party.details().value(Detail.Kind.BIRTH_DATE).isPresent();
    }

    private boolean strangers(Party one, Party other) {
        return likely.explain(one, other)
                .map(explanation -> explanation.pair().verdict())
                .filter(verdict -> verdict == Verdict.OTHER || verdict == Verdict.NEVER)
                .isPresent();
    }

    private static Optional<String> registered(Party party) {
        return party.details()
                .of(Detail.Kind.BIRTH_DATE)
                .filter(date -> date.trust() == Trust.REGISTER)
                .map(Detail::value)
                .filter(date -> !date.contains("-00"));
    }

    private static <T> boolean differ(Optional<T> one, Optional<T> other) {
        return one.isPresent() && other.isPresent() && !one.equals(other);
    }

    private static Condition live() {
        return MERGING.AUTHORITY_ID
                .eq(authority())
                .and(MERGING.STATE.eq(Merge.State.MERGED.name()));
    }

    private static UUID authority() {
        return Callers.current().authority().value();
    }
}
