// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.dispatch;

import be.onthaal.cases.CaseMoved;
import be.onthaal.dispatch.internal.DispatchRows;
import be.onthaal.organisation.UnitSucceeded;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** What was sent goes along with its case, and with a unit into its successor. */
@Component
class DispatchFollows {

    private final DispatchRows rows;

    DispatchFollows(DispatchRows rows) {
        this.rows = rows;
    }

    @EventListener
    void on(CaseMoved event) {
        rows.followCase(event.id().value(), event.unit(), event.confidentiality());
    }

    @EventListener
    void on(UnitSucceeded event) {
        rows.follow(event.closed(), event.successor());
    }
}
