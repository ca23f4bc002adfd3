// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.party.matching;

/** What may be known of a person; the order is that of the explanation of a match. */
public enum Trait {
    FAMILY_NAME,
    GIVEN_NAMES,
    BIRTH_DATE,
    NATIONAL_NUMBER,
    EMAIL,
    PHONE,
    SEX,
    STREET,
    HOUSE_NUMBER,
    /** Compared together with the municipality, of which it is a part. */
    POSTCODE,
    MUNICIPALITY
}
