// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.party;

import static be.onthaal.party.internal.db.Tables.CONTACT_POINT;

import be.onthaal.access.Callers;
import be.onthaal.database.Ids;
import be.onthaal.party.internal.db.tables.records.ContactPointRecord;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Keeps how customers are reached, each point with the profile it was stated of. */
@Component
class ContactPointRows {

    /** Of the same point on two profiles of a customer the one that tells most. */
    private static final Comparator<ContactPoint> TELLING =
            Comparator.comparing((ContactPoint point) -> !point.inUse())
                    .thenComparing(point -> !point.preferred())
                    .thenComparing(point -> point.standing().verified().isEmpty());

    private final DSLContext sql;

    ContactPointRows(DSLContext sql) {
        this.sql = sql;
    }

    void add(PartyId id, ContactPoint point) {
        Written written = Written.of(point);
        var row =
                sql.insertInto(CONTACT_POINT)
                        .set(CONTACT_POINT.GROUP_ID, group())
                        .set(CONTACT_POINT.ID, Ids.next())
                        .set(CONTACT_POINT.PARTY_ID, id.value())
                        .set(CONTACT_POINT.KIND, point.kind().name())
                        .set(CONTACT_POINT.VALUE, written.value())
                        .set(CONTACT_POINT.NORMALISED, written.normalised())
                        .set(CONTACT_POINT.SOURCE, point.source())
                        .set(CONTACT_POINT.PREFERRED, point.preferred())
                        .onConflict(
                                CONTACT_POINT.GROUP_ID,
                                CONTACT_POINT.PARTY_ID,
                                CONTACT_POINT.KIND,
                                CONTACT_POINT.NORMALISED);
        if (point.preferred()) {
            row.doUpdate()
                    .set(CONTACT_POINT.PREFERRED, true)
                    .where(CONTACT_POINT.OUT_ON.isNull())
                    .execute();
        } else {
            row.doNothing().execute();
        }
    }

    /** No other of this kind is preferred any more. */
    void unprefer(Party party, ContactPoint.Kind kind) {
        sql.update(CONTACT_POINT)
                .set(CONTACT_POINT.PREFERRED, false)
                .where(CONTACT_POINT.GROUP_ID.eq(group()))
                .and(CONTACT_POINT.PARTY_ID.in(members(party)))
                .and(CONTACT_POINT.KIND.eq(kind.name()))
                .execute();
    }

    void prefer(Party party, ContactPoints.Named point) {
        sql.update(CONTACT_POINT)
                .set(CONTACT_POINT.PREFERRED, true)
                .where(named(party, point))
                .and(CONTACT_POINT.OUT_ON.isNull())
                .execute();
    }

    void verify(Party party, ContactPoints.Named point, LocalDate on, ContactPoint.How how) {
        sql.update(CONTACT_POINT)
                .set(CONTACT_POINT.VERIFIED_ON, on)
                .set(CONTACT_POINT.VERIFIED_HOW, how.name())
                .where(named(party, point))
                .execute();
    }

    void takeOutOfUse(Party party, ContactPoints.Named point, LocalDate on, ContactPoint.Why why) {
        sql.update(CONTACT_POINT)
                .set(CONTACT_POINT.PREFERRED, false)
                .set(CONTACT_POINT.OUT_ON, on)
                .set(CONTACT_POINT.OUT_WHY, why.name())
                .where(named(party, point))
                .and(CONTACT_POINT.OUT_ON.isNull())
                .execute();
    }

    /** What was there already, in whatever notation, is in use again as it is written now. */
    void noteAnew(Party party, ContactPoint point) {
        Written written = Written.of(point);
        sql.update(CONTACT_POINT)
                .set(CONTACT_POINT.VALUE, written.value())
                .setNull(CONTACT_POINT.OUT_ON)
                .setNull(CONTACT_POINT.OUT_WHY)
                .where(CONTACT_POINT.GROUP_ID.eq(group()))
                .and(CONTACT_POINT.PARTY_ID.in(members(party)))
                .and(CONTACT_POINT.KIND.eq(point.kind().name()))
                .and(CONTACT_POINT.NORMALISED.eq(written.normalised()))
                .execute();
    }

    /** How many there were that were out of use. */
    int bringBack(Party party, ContactPoints.Named point) {
        return sql.update(CONTACT_POINT)
                .setNull(CONTACT_POINT.OUT_ON)
                .setNull(CONTACT_POINT.OUT_WHY)
                .where(named(party, point))
                .and(CONTACT_POINT.OUT_ON.isNotNull())
                .execute();
    }

    /** Each point once, with what is known best of it. */
    static List<ContactPoint> once(Collection<ContactPoint> all) {
        List<ContactPoint> kept = new ArrayList<>();
        for (ContactPoint point : all) {
            boolean best =
                    all.stream()
                            .filter(point::isSameAs)
                            .min(TELLING)
                            .filter(point::equals)
                            .isPresent();
            if (best && kept.stream().noneMatch(point::isSameAs)) {
                kept.add(point);
            }
        }
        return List.copyOf(kept);
    }

    static ContactPoint read(ContactPointRecord row) {
        return new ContactPoint(
                ContactPoint.Kind.valueOf(row.getKind()),
                row.getValue(),
                row.getSource(),
                row.getPreferred(),
                new ContactPoint.Standing(
                        verified(row.getVerifiedOn(), row.getVerifiedHow()),
                        outOfUse(row.getOutOn(), row.getOutWhy())));
    }

    private static Optional<ContactPoint.Verified> verified(
            @Nullable LocalDate on, @Nullable String how) {
        return on == null || how == null
                ? Optional.empty()
                : Optional.of(new ContactPoint.Verified(on, ContactPoint.How.valueOf(how)));
    }

    private static Optional<ContactPoint.OutOfUse> outOfUse(
            @Nullable LocalDate on, @Nullable String why) {
        return on == null || why == null
                ? Optional.empty()
                : Optional.of(new ContactPoint.OutOfUse(on, ContactPoint.Why.valueOf(why)));
    }

    private static Condition named(Party party, ContactPoints.Named point) {
        return CONTACT_POINT
                .GROUP_ID
                .eq(group())
                .and(CONTACT_POINT.PARTY_ID.in(members(party)))
                .and(CONTACT_POINT.KIND.eq(point.kind().name()))
                .and(CONTACT_POINT.VALUE.eq(point.value()));
    }

    private static Collection<UUID> members(Party party) {
        return party.members().stream().map(PartyId::value).toList();
    }

    private static UUID group() {
        return Callers.current().group().value();
    }
}
