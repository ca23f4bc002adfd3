// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.cases;

import be.onthaal.access.Confidentiality;
import be.onthaal.common.PublicNumber;
import java.time.Instant;

/**
 * Any step in a case, in this transaction and with what may be told of it outside: no person and no
 * subject.
 *
 * @param step the code of the step, as the log has it
 */
public record CaseStepTaken(
        CaseId id,
        PublicNumber number,
        String typeCode,
        Confidentiality confidentiality,
        String step,
        Instant at) {}
