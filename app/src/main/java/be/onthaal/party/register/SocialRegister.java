// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.party.register;

import be.onthaal.common.NationalNumber;
import java.time.Year;
import java.util.List;

/**
 * The social data of somebody, through the Crossroads Bank for Social Security. Rules ask named
 * questions that are answered with yes or no, never for raw income.
 */
public interface SocialRegister {

    /** Whether named statuses apply to somebody (MAGDA GeefSociaalStatuut). */
    Answer<SocialStatuses> statuses(
            NationalNumber whom, List<StatusQuestion> asked, Occasion occasion);

    /**
     * What somebody got as living wage in a year and the years before it (MAGDA
     * GeefLeefloonbedragen).
     *
     * @param yearsBack 0, 2 or 3
     */
    Answer<List<LivingWage>> livingWage(
            NationalNumber whom, Year year, int yearsBack, Occasion occasion);
}
