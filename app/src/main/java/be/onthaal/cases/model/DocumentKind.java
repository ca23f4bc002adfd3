// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.cases.model;

import be.onthaal.access.Confidentiality;
import java.util.List;
import java.util.Optional;

/**
 * A sort of piece (OSLO dossier:Stuk) that belongs in such a case.
 *
 * @param when it is asked while all of these hold
 * @param mandatory whether the case may not close well without it
 * @param confidentiality when that is not the one of the case
 * @param retention when it is kept longer or shorter than the case
 */
public record DocumentKind(
        String code,
        Words name,
        boolean mandatory,
        List<Condition> when,
        Optional<Confidentiality> confidentiality,
        Optional<Retention> retention) {

    public DocumentKind {
        when = List.copyOf(when);
    }
}
