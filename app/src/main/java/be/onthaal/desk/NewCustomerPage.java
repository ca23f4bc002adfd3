// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.desk;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A customer to take in.
 *
 * @param problems field to the key of what is wrong with it
 */
public record NewCustomerPage(
        String kind,
        String name,
        Reach reach,
        String locale,
        Numbers numbers,
        Map<String, String> problems) {

    /** How to reach him, as it was typed. */
    public record Reach(String email, String phone) {}

    /** What says who he is, as it was typed. */
    public record Numbers(String enterprise, String national, String birth) {}

    public NewCustomerPage {
        problems = Collections.unmodifiableMap(new LinkedHashMap<>(problems));
    }

    static NewCustomerPage empty() {
        return new NewCustomerPage(
                "PERSON", "", new Reach("", ""), "nl", new Numbers("", "", ""), Map.of());
    }
}
