// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.organisation;

import static be.onthaal.organisation.internal.db.Tables.UNIT;

import be.onthaal.access.Callers;
import be.onthaal.access.Permission;
import be.onthaal.access.UnitId;
import be.onthaal.audit.Audit;
import be.onthaal.audit.AuditEvent;
import be.onthaal.common.NotFound;
import be.onthaal.common.OpenInterval;
import be.onthaal.common.OpeningHours;
import be.onthaal.database.Json;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** When the units are open, in the week and on single dates. */
@Service
public class UnitHours {

    private final DSLContext sql;
    private final Audit audit;

    UnitHours(DSLContext sql, Audit audit) {
        this.sql = sql;
        this.audit = audit;
    }

    /** As it is kept: hours as people write them, by day of the week and by date. */
    private record Kept(Map<DayOfWeek, List<String>> weekly, Map<LocalDate, List<String>> dates) {

        static Kept of(OpeningHours hours) {
            return new Kept(written(hours.weekly()), written(hours.exceptions()));
        }

        OpeningHours hours() {
            return new OpeningHours(read(weekly), read(dates));
        }

        private static <D> Map<D, List<String>> written(Map<D, List<OpenInterval>> hours) {
            return each(hours, interval -> interval.from() + "-" + interval.until());
        }

        private static <D> Map<D, List<OpenInterval>> read(Map<D, List<String>> hours) {
            return each(
                    hours,
                    text -> {
                        int dash = text.indexOf('-');
                        return OpenInterval.of(text.substring(0, dash), text.substring(dash + 1));
                    });
        }

        private static <D, A, B> Map<D, List<B>> each(
                Map<D, List<A>> hours, Function<A, B> change) {
            return hours.entrySet().stream()
                    .collect(
                            Collectors.toUnmodifiableMap(
                                    Map.Entry::getKey,
                                    day -> day.getValue().stream().map(change).toList()));
        }
    }

    /** The hours of a unit; nothing while nobody has said them. */
    @Transactional(readOnly = true)
    public Optional<OpeningHours> of(UnitId unit) {
        JSONB kept =
                sql.select(UNIT.HOURS)
                        .from(UNIT)
                        .where(is(unit))
                        .fetchOptional(UNIT.HOURS)
                        .orElseThrow(() -> new NotFound("organisation.unit"));
        return kept.data().equals("{}")
                ? Optional.empty()
                : Optional.of(Json.read(kept, Kept.class).hours());
    }

    /** Says when a unit is open from now on. */
    @Transactional
    public void set(UnitId unit, OpeningHours hours) {
        Callers.require(Permission.ADMINISTER);
        int written =
                sql.update(UNIT)
                        .set(UNIT.HOURS, Json.of(Kept.of(hours)))
                        .where(is(unit))
                        .and(UNIT.CLOSED_ON.isNull())
                        .execute();
        if (written == 0) {
            throw new NotFound("organisation.unit");
        }
        audit.record(
                AuditEvent.of(
                        "organisation.hours-set", AuditEvent.Subject.of("UNIT", unit.value())));
    }

    private static Condition is(UnitId unit) {
        return UNIT.AUTHORITY_ID
                .eq(Callers.current().authority().value())
                .and(UNIT.ID.eq(unit.value()));
    }
}
