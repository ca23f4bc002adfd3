// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.desk;

import be.onthaal.cases.CaseDetail;
import be.onthaal.cases.CaseFile;
import be.onthaal.cases.CaseId;
import be.onthaal.cases.CaseSplits;
import be.onthaal.cases.Cases;
import be.onthaal.database.Parts;
import be.onthaal.documents.DocumentLinks;
import be.onthaal.party.OwnFile;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Shows what can be split off a case, and does it. */
@Service
class CaseSplitDesk {

    private static final int DOCUMENTS = 100;

    private final Cases cases;
    private final CaseSplits splits;
    private final DocumentLinks documents;
    private final OwnFile ownFile;
    private final Lists lists;
    private final Parts parts;
    private final Consultations consultations;

    CaseSplitDesk(
            Cases cases,
            CaseSplits splits,
            DocumentLinks documents,
            OwnFile ownFile,
            Lists lists,
            Parts parts,
            Consultations consultations) {
        this.cases = cases;
        this.splits = splits;
        this.documents = documents;
        this.ownFile = ownFile;
        this.lists = lists;
        this.parts = parts;
        this.consultations = consultations;
    }

    @Transactional
    CaseSplitPage look(CaseId id) {
        CaseDetail detail = cases.get(id);
        CaseFile file = detail.file();
        ownFile.refuse(file.customer().party().stream().toList());
        consultations.list("desk.cases-viewed", file.customer().party().stream().toList());
        return new CaseSplitPage(
                detail, parts.answer(documents.partOf(List.of(id), DOCUMENTS)), lists.caseTypes());
    }

    /** Splits it off; the new case is what one wants to see next. */
    @Transactional
    CaseId split(CaseId id, int revision, CaseSplits.Wish wish) {
        return splits.split(id, revision, wish).id();
    }
}
