// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.cases;

import be.onthaal.common.PublicNumber;

/** A task of a case was done. */
public record CaseTaskFinished(CaseId id, PublicNumber number, String code) {}
