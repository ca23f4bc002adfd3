// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.cases;

/** Where a case stands. */
public enum CaseStatus {
    OPEN,
    WAITING,
    CLOSED
}
