// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.party.register;

import be.onthaal.common.PartialDate;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Something a register holds, with the day from which it holds (MAGDA: DatumBegin, DatumEinde).
 *
 * @param until the last day it held; empty when it still does
 */
public record Dated<T>(T value, Optional<PartialDate> from, Optional<PartialDate> until) {

    /** What holds now: the newest that has no end, of a list in the order of the source. */
    public static <T> Optional<Dated<T>> current(List<Dated<T>> history) {
        return history.stream()
                .filter(one -> one.until().isEmpty())
                .max(
                        Comparator.comparing(one ->
                                one.from().map(PartialDate::earliest).orElse(LocalDate.MIN)));
    }
}
