// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.party.register;

import be.onthaal.common.EnterpriseNumber;
import be.onthaal.common.EstablishmentNumber;
import be.onthaal.common.NationalNumber;
import java.util.Optional;

/**
 * A number as a register writes it. Registers hold a few whose check digits are wrong, so what it
 * is has to be asked. Personal data: logs never see it.
 */
public record RegisterKey(String written) {

    public Optional<NationalNumber> national() {
        return NationalNumber.parse(written);
    }

    public Optional<EnterpriseNumber> enterprise() {
        return EnterpriseNumber.parse(written);
    }

    public Optional<EstablishmentNumber> establishment() {
        return EstablishmentNumber.parse(written);
    }

    @Override
    public String toString() {
        return "RegisterKey[***]";
    }
}
