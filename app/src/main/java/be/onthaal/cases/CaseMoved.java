// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.cases;

import be.onthaal.access.Confidentiality;
import be.onthaal.access.UnitId;

/** A case went to another unit, in this transaction: what belongs to it must go along. */
public record CaseMoved(CaseId id, UnitId unit, Confidentiality confidentiality) {}
