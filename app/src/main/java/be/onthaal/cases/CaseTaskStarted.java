// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.cases;

import be.onthaal.cases.model.TaskKind;
import be.onthaal.common.PublicNumber;

/** A task of a case began. */
public record CaseTaskStarted(CaseId id, PublicNumber number, String code, TaskKind kind) {}
