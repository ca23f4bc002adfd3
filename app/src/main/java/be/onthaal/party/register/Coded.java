// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.party.register;

/**
 * A value from a code list of the source, with the words of the source where it gives them.
 *
 * @param label empty when the source gives the code only
 */
public record Coded(String code, String label) {

    public boolean is(String other) {
        return code.equals(other);
    }
}
