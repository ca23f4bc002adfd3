// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.organisation;

import be.onthaal.access.Authorities;
import be.onthaal.access.Callers;
import be.onthaal.common.Holiday;
import be.onthaal.common.Holidays;
import be.onthaal.common.WorkingCalendar;
import org.springframework.stereotype.Service;

/** When the authority works: the one calendar that terms, promises and routing all use. */
@Service
public class Calendars {

    private final Authorities authorities;

    Calendars(Authorities authorities) {
        this.authorities = authorities;
    }

    /**
     * The working days of the authority: Monday to Friday but for legal, Flemish and local
     * holidays.
     */
    public WorkingCalendar current() {
        var authority = authorities.get(Callers.current().authority());
        Holiday[] local = authority.holidays().stream().map(Holiday::local).toArray(Holiday[]::new);
        return WorkingCalendar.mondayToFriday(Holidays.flemish().with(local));
    }
}
