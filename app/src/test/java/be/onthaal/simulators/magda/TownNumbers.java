// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.simulators.magda;

import be.onthaal.common.EnterpriseNumber;
import be.onthaal.common.NationalNumber;
import java.util.List;

/** The numbers of people and enterprises of the invented town, for tests elsewhere. */
public final class TownNumbers {

    private TownNumbers() {}

    public static List<NationalNumber> people() {
        return TownPeople.all().stream().map(one -> new NationalNumber(one.insz())).toList();
    }

    /** The first one of whom this is special. */
    public static NationalNumber of(String trait) {
        return TownPeople.all().stream()
                .filter(one -> one.trait().name().equals(trait))
                .map(one -> new NationalNumber(one.insz()))
                .findFirst()
                .orElseThrow();
    }

    public static List<EnterpriseNumber> enterprises() {
        return Business.all(TownPeople.all()).stream()
                .map(one -> new EnterpriseNumber(one.number()))
                .toList();
    }
}
