// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.desk;

import be.onthaal.cases.CaseFile;
import be.onthaal.cases.CaseId;
import be.onthaal.cases.Cases;
import be.onthaal.common.NotFound;
import be.onthaal.common.PageRequest;
import be.onthaal.common.Refused;
import be.onthaal.documents.DocumentLine;
import java.util.List;
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

    /** Those of these that are in the case, or all; refused when one of them is sealed. */
    @Transactional(readOnly = true)
    Chosen of(CaseId id, List<UUID> wanted) {
        CaseFile file = cases.get(id).file();
        List<DocumentLine> lines =
                modules.links().list(id, PageRequest.nearest(1, MOST)).rows().stream()
                        .filter(line ->
                                wanted.isEmpty() || wanted.contains(line.document().id().value()))
                        .filter(line -> !wanted.isEmpty() || !line.version().isSealed())
                        .toList();
        if (lines.isEmpty()) {
            throw new NotFound("documents.document");
        }
        lines.stream()
                .filter(line -> line.version().isSealed())
                .findFirst()
                .ifPresent(line -> {
                    throw new Refused("documents.infected", line.version().check().finding());
                });
        return new Chosen(file.number().display(), lines);
    }
}
