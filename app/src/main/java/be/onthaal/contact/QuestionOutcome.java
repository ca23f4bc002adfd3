// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.contact;

/** How a question ended. */
public enum QuestionOutcome {
    OPEN,
    ANSWERED,
    PASSED_ON,
    CASE
}
