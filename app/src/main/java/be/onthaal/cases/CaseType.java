// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.cases;

import be.onthaal.cases.model.CaseTypeDefinition;
import java.util.UUID;

/** A published version of a definition. */
public record CaseType(UUID id, String code, int version, CaseTypeDefinition definition) {}
