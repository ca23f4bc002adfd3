// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.desk;

import be.onthaal.cases.CaseMoves;
import java.util.List;
import java.util.Optional;

/** The open cases of a type that are behind the version that holds now. */
public record VersionsPage(
        String type, List<CaseMoves.Preview> behind, Optional<InboxPage.Bulk> bulk) {

    public VersionsPage {
        behind = List.copyOf(behind);
    }
}
