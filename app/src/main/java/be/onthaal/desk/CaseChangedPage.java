// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.desk;

import be.onthaal.cases.CaseFile;
import be.onthaal.cases.CaseId;

/** Whether a colleague changed the case that lies open. */
public record CaseChangedPage(CaseId id, boolean changed, CaseFile.Changed last) {}
