// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.post;

import be.onthaal.access.Confidentiality;
import be.onthaal.access.UnitId;
import be.onthaal.common.Brussels;
import be.onthaal.common.Refused;
import be.onthaal.database.Part;
import be.onthaal.organisation.Units;
import java.time.Clock;
import java.util.HashSet;
import java.util.Set;
import org.springframework.stereotype.Component;

/** How the company of an entry changes; what is confidential stays in its unit. */
@Component
class Accompanying {

    private final EntryCompany company;
    private final EntryHistory history;
    private final Units units;
    private final Clock clock;

    Accompanying(EntryCompany company, EntryHistory history, Units units, Clock clock) {
        this.company = company;
        this.history = history;
        this.units = units;
        this.clock = clock;
    }

    Part<Company> of(EntryId id) {
        return company.of(id);
    }

    /** Gives these units a copy beside those that have one; whether anything changed. */
    boolean copy(RegisterEntry entry, Set<UnitId> more) {
        Company before = company.get(entry.id());
        return put(entry, before, before.copiedTo(more));
    }

    /** Keeps what a form says; a copy to a unit that no form offers any more stays. */
    void correct(RegisterEntry entry, Company asked) {
        Company before = company.get(entry.id());
        Set<UnitId> unseen = new HashSet<>(before.copies());
        unseen.removeAll(asked.copies());
        unseen.removeIf(unit -> isOffered(entry, unit));
        put(entry, before, asked.copiedTo(unseen));
    }

    private boolean put(RegisterEntry entry, Company before, Company wanted) {
        Company now = EntryTexts.checked(wanted).knowing(before);
        if (before.equals(now)) {
            return false;
        }
        boolean more = !before.copies().containsAll(now.copies());
        if (more && entry.filing().confidentiality().compareTo(Confidentiality.INTERNAL) > 0) {
            throw new Refused("post.confidential-copy");
        }
        company.put(entry.id(), now);
        history.changed(entry.id(), before, now);
        return true;
    }

    /** A unit that closed, or that has the piece itself, is not chosen any more. */
    private boolean isOffered(RegisterEntry entry, UnitId unit) {
        return !unit.equals(entry.filing().unit()) && units.get(unit).openOn(Brussels.today(clock));
    }
}
