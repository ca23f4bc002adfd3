// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.common;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The days on which an authority does not work: yearly feasts and the days it adds itself. */
public record Holidays(Set<FeastDay> feasts, Set<Holiday> additional) {

    public Holidays {
        feasts = Set.copyOf(feasts);
        additional = Set.copyOf(additional);
    }

    public static Holidays none() {
        return new Holidays(Set.of(), Set.of());
    }

    /** The ten legal holidays of Belgium, by which legal terms are reckoned. */
    public static Holidays legal() {
        Set<FeastDay> legal =
                Arrays.stream(FeastDay.values())
                        .filter(FeastDay::isLegal)
                        .collect(Collectors.toSet());
        return new Holidays(legal, Set.of());
    }

    /** The legal holidays and 11 July. */
    public static Holidays flemish() {
        return new Holidays(EnumSet.allOf(FeastDay.class), Set.of());
    }

    public Holidays with(Holiday... more) {
        Set<Holiday> all = new HashSet<>(additional);
        all.addAll(List.of(more));
        return new Holidays(feasts, all);
    }

    /** All days off of a year, in order; two feasts may share a day, as on 1 May 2008. */
    public List<Holiday> of(int year) {
        Stream<Holiday> yearly =
                feasts.stream().map(feast -> new Holiday(feast.in(year), feast.nameKey()));
        return Stream.concat(yearly, additional.stream().filter(h -> h.date().getYear() == year))
                .sorted(Comparator.comparing(Holiday::date).thenComparing(Holiday::nameKey))
                .toList();
    }

    /** The holiday on a date, feasts before days the authority has added. */
    public Optional<Holiday> on(LocalDate date) {
        for (FeastDay feast : feasts) {
            if (feast.mayFallIn(date.getMonth()) && feast.in(date.getYear()).equals(date)) {
                return Optional.of(new Holiday(date, feast.nameKey()));
            }
        }
        return additional.stream()
                .filter(holiday -> holiday.date().equals(date))
                .min(Comparator.comparing(Holiday::nameKey));
    }

    public boolean contains(LocalDate date) {
        return on(date).isPresent();
    }
}
