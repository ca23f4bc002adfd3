// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.contact;

import be.onthaal.access.UnitId;
import java.util.Optional;

/**
 * What somebody asked.
 *
 * @param unit whose subject it is, when another than the unit that answered
 */
public record NewQuestion(
        String subject,
        Optional<UnitId> unit,
        QuestionOutcome outcome,
        Optional<CaseLink> caseLink) {}
