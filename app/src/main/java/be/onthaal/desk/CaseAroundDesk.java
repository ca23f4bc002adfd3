// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.desk;

import be.onthaal.access.Callers;
import be.onthaal.access.Permission;
import be.onthaal.cases.CaseFile;
import be.onthaal.cases.CaseId;
import be.onthaal.cases.CaseLinks;
import be.onthaal.cases.Cases;
import be.onthaal.common.NotFound;
import be.onthaal.common.PublicNumber;
import be.onthaal.party.OwnFile;
import be.onthaal.search.Found;
import be.onthaal.search.Search;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Finds the customers and the cases that belong to a case. */
@Service
class CaseAroundDesk {

    private static final int FOUND = 10;

    private final Cases cases;
    private final CaseLinks links;
    private final OwnFile ownFile;
    private final Search search;
    private final Consultations consultations;
    private final Lists lists;

    CaseAroundDesk(
            Cases cases,
            CaseLinks links,
            OwnFile ownFile,
            Search search,
            Consultations consultations,
            Lists lists) {
        this.cases = cases;
        this.links = links;
        this.ownFile = ownFile;
        this.search = search;
        this.consultations = consultations;
        this.lists = lists;
    }

    /** Customers who might be meant, with the roles that the type of the case has. */
    @Transactional
    CaseRolePage find(CaseId id, String query) {
        CaseFile file = cases.get(id).file();
        ownFile.refuse(file.customer().party().stream().toList());
        boolean may = Callers.current().may(Permission.PARTY_VIEW) && !query.isBlank();
        List<Found> found = may ? search.find(query, List.of("PARTY"), FOUND) : List.of();
        consultations.found("desk.searched", found);
        consultations.list("desk.cases-viewed", file.customer().party().stream().toList());
        return new CaseRolePage(
                file, lists.caseType(file.matter().typeId()).definition().roles(), query, found);
    }

    @Transactional
    void link(CaseId id, String number, CaseLinks.Kind kind) {
        ownFile.refuse(cases.get(id).file().customer().party().stream().toList());
        CaseFile other =
                PublicNumber.parse(number)
                        .flatMap(cases::findByNumber)
                        .orElseThrow(() -> new NotFound("cases.case"));
        links.add(id, other.id(), kind);
    }

    @Transactional
    void unlink(CaseId id, UUID link) {
        links.remove(id, link);
    }
}
