// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.decisions.spi;

import be.onthaal.access.Permission;
import be.onthaal.decisions.Value;
import java.util.List;
import java.util.Map;

/**
 * What a module asked a decision table about before, so that a draft can be tried on it. Called in
 * a transaction of the employee who tries, so he sees no more than he may.
 */
public interface PastTraffic {

    /** The table that the module asks. */
    String key();

    /** What somebody must be allowed, to see what the items hold. */
    Permission permission();

    /** The last items, newest first. */
    List<Item> last(int most);

    /**
     * One thing that was decided about.
     *
     * @param name by which people know it, such as its number; never what is in it
     */
    record Item(String name, Map<String, Value> inputs) {

        public Item {
            inputs = Map.copyOf(inputs);
        }
    }
}
