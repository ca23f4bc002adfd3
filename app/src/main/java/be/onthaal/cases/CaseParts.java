// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.cases;

import be.onthaal.organisation.Units;
import be.onthaal.party.OwnFile;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** What the cases are made with. */
@Component
record CaseParts(
        CaseTypes types,
        CaseOpening opening,
        CaseAssigning assigning,
        CaseClosing closing,
        CaseLists lists,
        CaseNumbers numbers,
        CaseTerms terms,
        CaseFlow flow,
        CaseHandling work,
        CaseMergeRows merges,
        Units units,
        OwnFile ownFile,
        TransactionOperations transactions) {}
