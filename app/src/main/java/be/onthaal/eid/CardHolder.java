// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.eid;

import be.onthaal.common.NationalNumber;

/**
 * Whose card it is, and that he knew its PIN.
 *
 * @param checked whether the issuer said that the card was not stopped; it may not have answered
 */
public record CardHolder(
        NationalNumber number, String givenNames, String familyName, boolean checked) {

    /** As he is called: the first of his given names, and his family name. */
    public String name() {
        return (givenNames.split(" ", 2)[0] + " " + familyName).strip();
    }
}
