// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.party;

import be.onthaal.common.EnterpriseNumber;
import be.onthaal.common.EstablishmentNumber;
import be.onthaal.common.NationalNumber;

/**
 * A number that says who a customer is (adms:Identifier). One number is one customer of the group.
 *
 * @param value bare, as registers exchange it; personal data when it is a national number
 */
public record Identifier(Scheme scheme, String value, String source) {

    /** Who gives the number. */
    public enum Scheme {
        /** Rijksregister or KSZ (INSZ). */
        NATIONAL_NUMBER,
        /** KBO, of an enterprise. */
        ENTERPRISE,
        /** KBO, of one of its places. */
        ESTABLISHMENT,
        /** Verenigingsregister. */
        V_CODE,
        /** Another system that the authority uses or used. */
        EXTERNAL
    }

    /** As people write it. */
    public String display() {
        return switch (scheme) {
            case NATIONAL_NUMBER -> new NationalNumber(value).display();
            case ENTERPRISE -> new EnterpriseNumber(value).display();
            case ESTABLISHMENT -> new EstablishmentNumber(value).display();
            case V_CODE, EXTERNAL -> value;
        };
    }

    /** Logs do not see the number. */
    @Override
    public String toString() {
        return "Identifier[" + scheme + "]";
    }
}
