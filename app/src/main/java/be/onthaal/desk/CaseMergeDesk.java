// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.desk;

import be.onthaal.cases.CaseFile;
import be.onthaal.cases.CaseId;
import be.onthaal.cases.CaseMerges;
import be.onthaal.cases.Cases;
import be.onthaal.common.NotFound;
import be.onthaal.common.PublicNumber;
import be.onthaal.party.OwnFile;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Looks what merging two cases does, and does it. */
@Service
class CaseMergeDesk {

    private final Cases cases;
    private final CaseMerges merges;
    private final OwnFile ownFile;
    private final Consultations consultations;

    CaseMergeDesk(Cases cases, CaseMerges merges, OwnFile ownFile, Consultations consultations) {
        this.cases = cases;
        this.merges = merges;
        this.ownFile = ownFile;
        this.consultations = consultations;
    }

    /** The case that would end. */
    @Transactional
    CaseFile file(CaseId id) {
        CaseFile file = mine(id);
        consultations.list("desk.cases-viewed", file.customer().party().stream().toList());
        return file;
    }

    @Transactional
    CaseMerges.Preview preview(CaseId id, String number) {
        mine(id);
        CaseMerges.Preview preview = merges.preview(id, other(number));
        consultations.list(
                "desk.cases-viewed",
                Stream.of(preview.gone(), preview.stays())
                        .flatMap(file -> file.customer().party().stream())
                        .toList());
        return preview;
    }

    /** Merges them; the case that goes on is what one wants to see next. */
    @Transactional
    CaseId merge(CaseId id, int revision, String number, CaseMerges.Wish wish) {
        mine(id);
        CaseId stays = other(number);
        merges.merge(id, revision, stays, wish);
        return stays;
    }

    private CaseFile mine(CaseId id) {
        CaseFile file = cases.get(id).file();
        ownFile.refuse(file.customer().party().stream().toList());
        return file;
    }

    private CaseId other(String number) {
        return PublicNumber.parse(number)
                .flatMap(cases::findByNumber)
                .map(CaseFile::id)
                .orElseThrow(() -> new NotFound("cases.case"));
    }
}
