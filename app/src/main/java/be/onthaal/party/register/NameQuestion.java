// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.party.register;

import be.onthaal.common.PartialDate;
import be.onthaal.common.Refused;
import java.util.List;
import java.util.Optional;

/**
 * Who is called so and born then.
 *
 * @param years how many years the birth may lie before or after
 * @param male the sex, where it is known
 */
public record NameQuestion(
        String familyName,
        List<String> givenNames,
        PartialDate birth,
        int years,
        Optional<Boolean> male) {

    private static final int LONGEST_FAMILY_NAME = 128;
    private static final int LONGEST_GIVEN_NAME = 48;
    private static final int MOST_GIVEN_NAMES = 3;
    private static final int MOST_YEARS = 99;

    public NameQuestion {
        givenNames = List.copyOf(givenNames);
        boolean fits =
                !familyName.isBlank()
                        && familyName.length() <= LONGEST_FAMILY_NAME
                        && givenNames.size() <= MOST_GIVEN_NAMES
                        && givenNames.stream().noneMatch(String::isBlank)
                        && givenNames.stream().allMatch(name -> name.length() <= LONGEST_GIVEN_NAME)
                        && years >= 0
                        && years <= MOST_YEARS;
        if (!fits) {
            throw new Refused("register.name");
        }
    }
}
