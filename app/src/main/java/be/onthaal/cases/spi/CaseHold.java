// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.cases.spi;

import be.onthaal.cases.CaseId;

/** Whether something outside the cases says that a case must stay as it is. */
public interface CaseHold {

    /** Whether it is held now, for a judge or another; nobody begins one before the commit. */
    boolean isHeld(CaseId id);
}
