// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.routing;

import be.onthaal.access.UnitId;

/** Where a rule sends a mail. */
public sealed interface Target {

    /** To this unit, as long as it is open. */
    record ToUnit(UnitId unit) implements Target {}

    /** To the unit that the published decision table of the authority gives. */
    record ByTable() implements Target {}

    /** Nowhere else: it stays with the unit of its mailbox. */
    record Stay() implements Target {}
}
