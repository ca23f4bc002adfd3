// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.desk;

import be.onthaal.cases.CaseFile;
import be.onthaal.cases.CaseId;
import be.onthaal.cases.Cases;
import be.onthaal.common.NotFound;
import be.onthaal.common.Refused;
import be.onthaal.documents.DocumentLine;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Documents of a case that somebody takes along at once. */
@Service
class DocumentSelection {

    private static final int MOST = 200;

    private final DocumentModules modules;
    private final Cases cases;

    DocumentSelection(DocumentModules modules, Cases cases) {
        this.modules = modules;
        this.cases = cases;
    }

    /** What was chosen, and what the file is called. */
    record Chosen(String name, List<DocumentLine> lines) {}

    /** These of the case, or all it holds; refused when one of them cannot go along. */
    @Transactional(readOnly = true)
    Chosen of(CaseId id, List<UUID> wanted) {
        CaseFile file = cases.get(id).file();
        Set<UUID> chosen = Set.copyOf(wanted);
        if (chosen.size() > MOST) {
            throw new Refused("documents.zip-many", MOST);
        }
        List<DocumentLine> lines = modules.links().chosen(id, chosen, MOST);
        if (lines.isEmpty() || lines.size() < chosen.size()) {
            throw new NotFound("documents.document");
        }
        if (lines.size() > MOST) {
            throw new Refused("documents.zip-many", MOST);
        }
        modules.files().refuseUnready(lines);
        return new Chosen(file.number().display(), lines);
    }
}
