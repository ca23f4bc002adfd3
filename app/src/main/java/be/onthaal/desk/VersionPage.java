// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.desk;

import be.onthaal.cases.CaseFile;
import be.onthaal.cases.CaseMoves;
import java.util.Optional;

/** What following the version that holds now would change in a case; nothing when it has that. */
public record VersionPage(CaseFile file, Optional<CaseMoves.Preview> preview) {}
