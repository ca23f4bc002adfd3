// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.cases;

import be.onthaal.common.PublicNumber;

/** A case went to another phase. */
public record CaseWentOn(CaseId id, PublicNumber number, String phase) {}
