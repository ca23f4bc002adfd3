// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.cases;

import be.onthaal.common.PublicNumber;

/** Somebody opened a case beyond his rights; those who watch over the log must know. */
public record CaseOpenedInEmergency(CaseId id, PublicNumber number, String employee) {}
