// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.desk;

import be.onthaal.access.AccountId;
import be.onthaal.access.Entrusted;
import java.util.List;

/**
 * The cases that were opened in an emergency.
 *
 * @param reader whose own ones are for somebody else to review
 */
public record EmergenciesPage(List<Entrusted> all, AccountId reader) {

    public boolean reviews(Entrusted one) {
        return one.review().isEmpty() && !one.account().equals(reader);
    }
}
