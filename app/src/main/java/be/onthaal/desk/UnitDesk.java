// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.desk;

import be.onthaal.access.UnitId;
import be.onthaal.common.OpenInterval;
import be.onthaal.common.OpeningHours;
import be.onthaal.organisation.UnitHours;
import be.onthaal.organisation.Units;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** A unit as its administrator keeps it. */
@Service
class UnitDesk {

    private final Units units;
    private final UnitHours hours;
    private final Lists lists;
    private final Clock clock;

    UnitDesk(Units units, UnitHours hours, Lists lists, Clock clock) {
        this.units = units;
        this.hours = hours;
        this.lists = lists;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    UnitPage show(UnitId id) {
        return new UnitPage(units.get(id), hours.of(id), units.history(id), clock.instant());
    }

    /** Another week; the dates with other hours stay. */
    @Transactional
    void week(UnitId id, Map<DayOfWeek, List<OpenInterval>> week) {
        hours.set(id, new OpeningHours(week, now(id).exceptions()));
    }

    @Transactional
    void date(UnitId id, LocalDate date, List<OpenInterval> open) {
        hours.set(id, now(id).on(date, open.toArray(OpenInterval[]::new)));
    }

    @Transactional
    void asUsual(UnitId id, LocalDate date) {
        OpeningHours before = now(id);
        Map<LocalDate, List<OpenInterval>> dates = new HashMap<>(before.exceptions());
        dates.remove(date);
        hours.set(id, new OpeningHours(before.weekly(), dates));
    }

    @Transactional
    UnitId split(UnitId id, String name) {
        UnitId part = units.split(id, name).id();
        lists.forget();
        return part;
    }

    private OpeningHours now(UnitId id) {
        return hours.of(id).orElseGet(OpeningHours::closed);
    }
}
