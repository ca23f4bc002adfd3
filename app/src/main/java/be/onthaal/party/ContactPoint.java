// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.party;

/**
 * How a customer is reached (schema:ContactPoint).
 *
 * @param source where we know it from, such as {@code MAIL} or {@code EMPLOYEE}
 * @param preferred whether this one is used when there are several
 */
public record ContactPoint(Kind kind, String value, String source, boolean preferred) {

    /** What sort of address it is. */
    public enum Kind {
        EMAIL,
        PHONE,
        ADDRESS
    }
}
