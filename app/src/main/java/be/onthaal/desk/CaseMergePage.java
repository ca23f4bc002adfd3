// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.desk;

import be.onthaal.cases.CaseFile;
import be.onthaal.cases.CaseMerges;
import java.util.Optional;

/**
 * What merging a case with another would do.
 *
 * @param number of the other, as it was typed
 * @param refusal the sentence that says why it cannot be done
 */
public record CaseMergePage(
        CaseFile file,
        String number,
        Optional<CaseMerges.Preview> preview,
        Optional<String> refusal) {}
