// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.cases.model;

/**
 * In which way customers are part of such a case.
 *
 * @param mandatory whether the case may not close without one; the customer whom the case is for is
 *     its initiator without being added
 * @param many whether several customers may have it
 */
public record RoleDefinition(
        String code, Words name, RoleKind kind, boolean mandatory, boolean many) {

    /** What the role means everywhere, whatever it is called in this type. */
    public enum RoleKind {
        INITIATOR,
        CONCERNED,
        REPRESENTATIVE,
        ADVISER,
        WITNESS,
        OTHER
    }
}
