// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.desk;

import be.onthaal.cases.CaseFile;
import be.onthaal.cases.CaseId;
import be.onthaal.cases.CaseMoves;
import be.onthaal.cases.CaseMoves.Preview;
import be.onthaal.cases.Cases;
import be.onthaal.party.PartyId;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What following a newer version of their type would change in cases. */
@Service
class VersionDesk {

    private final Cases cases;
    private final CaseMoves moves;
    private final Consultations consultations;

    VersionDesk(Cases cases, CaseMoves moves, Consultations consultations) {
        this.cases = cases;
        this.moves = moves;
        this.consultations = consultations;
    }

    @Transactional
    VersionPage preview(CaseId id) {
        CaseFile file = cases.get(id).file();
        consultations.list("desk.cases-viewed", file.customer().party().stream().toList());
        return new VersionPage(file, moves.preview(id));
    }

    @Transactional
    VersionsPage behind(String type, int most, Optional<InboxPage.Bulk> bulk) {
        List<Preview> behind = moves.behind(type, most);
        consultations.list("desk.cases-viewed", customers(behind));
        return new VersionsPage(type, behind, bulk);
    }

    private static List<PartyId> customers(List<Preview> previews) {
        return previews.stream()
                .flatMap(preview -> preview.file().customer().party().stream())
                .toList();
    }
}
