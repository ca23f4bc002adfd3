// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.party;

import be.onthaal.common.NationalNumber;
import be.onthaal.common.Refused;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * National numbers that MAGDA invents for tests, with a month above 60: nobody has one, so only an
 * installation that says so takes them.
 */
@Component
class TestNumbers {

    private final boolean allowed;

    TestNumbers(@Value("${onthaal.party.test-numbers}") boolean allowed) {
        this.allowed = allowed;
    }

    void refuse(Identifier number) {
        boolean test =
                number.scheme() == Identifier.Scheme.NATIONAL_NUMBER
                        && new NationalNumber(number.value()).kind() == NationalNumber.Kind.TEST;
        if (test && !allowed) {
            throw new Refused("party.test-number");
        }
    }
}
