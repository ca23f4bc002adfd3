// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.desk;

import be.onthaal.cases.CaseLine;
import be.onthaal.party.PartyId;
import java.util.List;

/** The customers that a list of cases shows. */
final class CaseParties {

    private CaseParties() {}

    static List<PartyId> of(List<CaseLine> lines) {
        return lines.stream().flatMap(line -> line.customer().party().stream()).toList();
    }
}
