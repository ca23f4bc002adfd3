// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.desk;

import be.onthaal.cases.CaseStatus;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/** How long a term still runs, as a list shows it. */
public record Remaining(LocalDate due, long days, boolean stopped) {

    private static final int SOON = 2;

    /** While a case waits for somebody, its term stands still and is not late. */
    static Remaining of(LocalDate due, LocalDate today, CaseStatus status) {
        return new Remaining(
                due, ChronoUnit.DAYS.between(today, due), status == CaseStatus.WAITING);
    }

    /** The class of its mark: colour never says it alone, the words say it too. */
    public String tone() {
        if (stopped) {
            return "term-paused";
        }
        if (days < 0) {
            return "term-late";
        }
        return days <= SOON ? "term-soon" : "term-ok";
    }

    public String icon() {
        if (stopped) {
            return "pause";
        }
        return days < 0 ? "warning" : "clock";
    }

    /** The key of its words; they take the number of days. */
    public String key() {
        if (stopped) {
            return "desk.term.stopped";
        }
        if (days < 0) {
            return "desk.term.late";
        }
        return days == 0 ? "desk.term.today" : "desk.term.left";
    }

    public long count() {
        return Math.abs(days);
    }
}
