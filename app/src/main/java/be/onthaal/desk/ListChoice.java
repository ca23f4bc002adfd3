// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.desk;

import be.onthaal.common.PageRequest;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * How an employee wants a list.
 *
 * @param columns the columns he chose; those that go with the view when he chose none
 * @param first the view that he begins with, if he chose one
 */
public record ListChoice(Optional<List<CaseColumn>> columns, int size, Optional<UUID> first) {

    /** The lengths that a page may have. */
    public static final List<Integer> SIZES = List.of(25, 50, 100, 200);

    static final ListChoice USUAL =
            new ListChoice(Optional.empty(), PageRequest.USUAL_SIZE, Optional.empty());

    public ListChoice {
        columns = columns.map(List::copyOf);
    }
}
