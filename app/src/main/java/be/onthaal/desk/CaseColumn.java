// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.desk;

import be.onthaal.cases.CaseFilter.Sort;
import be.onthaal.cases.CaseFilter.View;
import java.util.List;
import java.util.Optional;

/** What a list of cases may tell besides the subject and number of each. */
public enum CaseColumn {
    CUSTOMER(Sort.CUSTOMER_A_Z, Sort.CUSTOMER_Z_A),
    TYPE(Sort.TYPE_A_Z, Sort.TYPE_Z_A),
    STATUS,
    PHASE,
    UNIT,
    HANDLER(Sort.HANDLER_A_Z, Sort.HANDLER_Z_A),
    TERM(Sort.DUE_FIRST, Sort.DUE_LAST),
    OPENED(Sort.NEWEST_FIRST, Sort.OLDEST_FIRST),
    CLOSED(Sort.DUE_FIRST, Sort.DUE_LAST),
    CHANNEL,
    CONFIDENTIALITY;

    private final List<Sort> sorts;

    CaseColumn(Sort... sorts) {
        this.sorts = List.of(sorts);
    }

    /** What somebody sees who chose no columns. */
    public static List<CaseColumn> usual(View view) {
        return switch (view) {
            case UNASSIGNED -> List.of(CUSTOMER, STATUS, UNIT, TERM, OPENED);
            case CLOSED -> List.of(CUSTOMER, STATUS, HANDLER, CLOSED, OPENED);
            case MINE, TEAM, OVERDUE, ALL_OPEN -> List.of(CUSTOMER, STATUS, HANDLER, TERM, OPENED);
        };
    }

    /** True when a list in this view can be put in the order of this column. */
    boolean sorts(View view) {
        boolean date = this == OPENED || this == CLOSED;
        return !sorts.isEmpty() && (view == View.CLOSED ? date : this != CLOSED);
    }

    /** The order that choosing this column brings: another time, the other way round. */
    Sort next(Sort now) {
        return sorts.getFirst() == now ? sorts.getLast() : sorts.getFirst();
    }

    /** How the list goes by this column now, as aria-sort says it. */
    Optional<String> direction(Sort now) {
        if (!sorts.contains(now)) {
            return Optional.empty();
        }
        boolean up = (now == sorts.getFirst()) != (this == OPENED || this == CLOSED);
        return Optional.of(up ? "ascending" : "descending");
    }
}
