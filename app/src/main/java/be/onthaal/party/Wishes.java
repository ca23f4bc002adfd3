// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.party;

import java.util.Map;
import java.util.TreeMap;

/**
 * How a customer wants to be reached by an authority.
 *
 * @param byCaseType where he wants it otherwise for one type of case, by its code
 */
public record Wishes(Preference general, Map<String, Preference> byCaseType) {

    /** He said nothing. */
    public static final Wishes NONE = new Wishes(Preference.NONE, Map.of());

    public Wishes {
        byCaseType = Map.copyOf(byCaseType);
    }

    /** What holds for a type of case: what he said of it before what he said in general. */
    public Preference forCaseType(String code) {
        return byCaseType.getOrDefault(code, Preference.NONE).or(general);
    }

    /** What he said of single types, in the order of their codes. */
    public Map<String, Preference> special() {
        Map<String, Preference> special = new TreeMap<>(byCaseType);
        special.values().removeIf(Preference::isNone);
        return special;
    }
}
