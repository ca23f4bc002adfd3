// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.cases;

import be.onthaal.access.Confidentiality;
import be.onthaal.access.UnitId;
import be.onthaal.common.Channel;
import be.onthaal.organisation.EmployeeId;
import be.onthaal.party.PartyId;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What of a list of cases is wanted: each choice that is made must hold, and of several values in
 * one choice any.
 *
 * @param types the codes of the case types
 * @param handlers of these employees
 * @param customers any profile of the customer
 * @param due the day on which the term ends
 * @param opened the day in Brussels on which the case was opened
 * @param words all in the subject, customer or type, whole and stemmed; or the number of the case
 * @param fields what stands in searchable fields of the one type that is chosen, by their codes:
 *     the whole value, or of a text how it begins
 */
public record Narrowing(
        Set<String> types,
        Progress progress,
        Set<UnitId> units,
        Set<EmployeeId> handlers,
        Set<PartyId> customers,
        Set<Channel> channels,
        Set<Confidentiality> levels,
        Days due,
        Days opened,
        String words,
        Map<String, String> fields) {

    /** All of the list. */
    public static final Narrowing NONE =
            new Narrowing(
                    Set.of(),
                    Progress.ANY,
                    Set.of(),
                    Set.of(),
                    Set.of(),
                    Set.of(),
                    Set.of(),
                    Days.ALL,
                    Days.ALL,
                    "",
                    Map.of());

    public Narrowing {
        types = Set.copyOf(types);
        units = Set.copyOf(units);
        handlers = Set.copyOf(handlers);
        customers = Set.copyOf(customers);
        channels = Set.copyOf(channels);
        levels = Set.copyOf(levels);
        fields = Map.copyOf(fields);
    }

    /** How far a case is: in one of these states, in one of these phases. */
    public record Progress(Set<CaseStatus> statuses, Set<String> phases) {

        public static final Progress ANY = new Progress(Set.of(), Set.of());

        public Progress {
            statuses = Set.copyOf(statuses);
            phases = Set.copyOf(phases);
        }
    }

    /** From a day up to and including another; an end that is left open does not count. */
    public record Days(Optional<LocalDate> from, Optional<LocalDate> until) {

        public static final Days ALL = new Days(Optional.empty(), Optional.empty());
    }

    public boolean isNone() {
        return equals(NONE);
    }

    /** The same with other words. */
    public Narrowing saying(String other) {
        return new Narrowing(
                types, progress, units, handlers, customers, channels, levels, due, opened, other,
                fields);
    }

    /** The same for these profiles. */
    public Narrowing ofProfiles(Set<PartyId> others) {
        return new Narrowing(
                types, progress, units, handlers, others, channels, levels, due, opened, words,
                fields);
    }

    /** The same with these values in fields. */
    public Narrowing filled(Map<String, String> others) {
        return new Narrowing(
                types, progress, units, handlers, customers, channels, levels, due, opened, words,
                others);
    }
}
