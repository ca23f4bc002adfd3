// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.desk;

import be.onthaal.access.UnitId;
import be.onthaal.audit.Tally;
import be.onthaal.post.PostFilter.Days;
import be.onthaal.post.Turnaround;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.stream.Stream;

/** How fast post is answered, and how far each unit works with it on the screen. */
public record PostFiguresPage(
        Days period, List<Turnaround> turnaround, Adoption adoption, Map<UnitId, String> names) {

    /** How many pieces of each unit were opened, handled and printed; each piece counts once. */
    public record Adoption(List<Tally> opened, List<Tally> handled, List<Tally> printed) {}

    /** By unit, and there by kind. */
    public List<Turnaround> rows() {
        return turnaround.stream()
                .sorted(
                        Comparator.comparing((Turnaround row) -> name(row.unit()))
                                .thenComparing(Turnaround::kind))
                .toList();
    }

    /** The units that something was logged for. */
    public List<UnitId> units() {
        return Stream.of(adoption.opened(), adoption.handled(), adoption.printed())
                .flatMap(List::stream)
                .map(Tally::unit)
                .distinct()
                .sorted(Comparator.comparing(this::name))
                .toList();
    }

    /** How many pieces of a unit were counted. */
    public static int count(UnitId unit, List<Tally> tallies) {
        return tallies.stream()
                .filter(tally -> tally.unit().equals(unit))
                .mapToInt(Tally::things)
                .sum();
    }

    public String name(UnitId unit) {
        return names.getOrDefault(unit, "");
    }

    /** Days, with one figure behind the comma when it is no whole number. */
    public static String days(OptionalDouble days) {
        if (days.isEmpty()) {
            return "–";
        }
        double value = Math.round(days.getAsDouble() * 10) / 10.0;
        return value == Math.rint(value)
                ? String.valueOf((long) value)
                : String.valueOf(value).replace('.', ',');
    }
}
