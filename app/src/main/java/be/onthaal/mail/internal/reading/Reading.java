// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.mail.internal.reading;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** One reading under way: what it may still use and what it has to say. NOT thread-safe. */
final class Reading {

    private final ReadingLimits limits;
    private final long start = System.nanoTime();
    private final Set<MailWarning> warnings = EnumSet.noneOf(MailWarning.class);
    private int partsLeft;

    Reading(ReadingLimits limits) {
        this.limits = limits;
        this.partsLeft = limits.parts();
    }

    ReadingLimits limits() {
        return limits;
    }

    void warn(MailWarning warning) {
        warnings.add(warning);
    }

    boolean hasWarned(MailWarning warning) {
        return warnings.contains(warning);
    }

    List<MailWarning> warnings() {
        return List.copyOf(warnings);
    }

    boolean isOutOfTime() {
        if (System.nanoTime() - start < limits.time().toNanos()) {
            return false;
        }
        warn(MailWarning.OUT_OF_TIME);
        return true;
    }

    boolean takesPart() {
        if (partsLeft-- > 0) {
            return true;
        }
        warn(MailWarning.TOO_MANY_PARTS);
        return false;
    }
}
