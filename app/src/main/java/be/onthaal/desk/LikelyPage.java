// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.desk;

import be.onthaal.party.LikelyMatch;
import java.util.List;

/** Customers who are likely the one that is being written down. */
public record LikelyPage(List<LikelyMatch> matches) {

    public LikelyPage {
        matches = List.copyOf(matches);
    }

    /** How sure it is, in whole percents. */
    public int percent(LikelyMatch match) {
        return MergePage.percent(match.probability());
    }
}
