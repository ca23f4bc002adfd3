// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.desk;

import be.onthaal.search.Found;
import java.util.List;

/** What was found, and what one may do. */
public record FindPage(String query, List<Found> found, List<Action> actions) {

    public FindPage {
        found = List.copyOf(found);
        actions = List.copyOf(actions);
    }

    /**
     * The second line of what was found. That of a case or a piece names its customer, whom the log
     * of this search could not name: it is seen, and logged, where the case or piece is opened.
     */
    public static String hint(Found hit) {
        return hit.kind().equals("PARTY") ? hit.hint() : "";
    }

    /**
     * Something to do or a place to go.
     *
     * @param key the key of its name
     * @param letter the keys that lead there, with a space between
     */
    public record Action(String key, String href, String icon, String letter) {}
}
