// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.cases.spi;

import be.onthaal.cases.CaseId;

/** Writes to the customer of a case on behalf of the product. */
public interface CaseLetters {

    /**
     * Sends a mail made of a template, in the transaction of the caller; refused when there is
     * nobody to send it to.
     */
    void send(CaseId id, String template);
}
