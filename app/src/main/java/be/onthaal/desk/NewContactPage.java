// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.desk;

import be.onthaal.cases.CaseType;
import be.onthaal.organisation.Unit;
import be.onthaal.party.PartySummary;
import be.onthaal.search.Found;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * A contact to note.
 *
 * @param typed what was typed so far, by field
 * @param problems field to the key of what is wrong with it
 */
public record NewContactPage(
        Map<String, String> typed,
        Customer customer,
        Choices choices,
        Map<String, String> problems) {

    /**
     * For whom: chosen already, or to choose from what was found.
     *
     * @param sought what was searched for; empty when nothing was
     * @param only the one that was just found when there was no other
     */
    public record Customer(
            Optional<PartySummary> chosen, List<Found> found, String sought, Optional<UUID> only) {

        public boolean searched() {
            return !sought.isEmpty();
        }

        /** True for the chosen one until a search leaves no doubt that it is somebody else. */
        public boolean staysChosen() {
            return chosen.isPresent() && only.isEmpty();
        }

        public boolean nobody() {
            return chosen.isEmpty() && only.isEmpty();
        }
    }

    /**
     * What one chooses from.
     *
     * @param cards whether identity cards can be read here
     */
    public record Choices(
            List<Unit> units, List<CaseType> types, boolean opensCases, boolean cards) {}

    public NewContactPage {
        typed = Map.copyOf(typed);
        problems = Collections.unmodifiableMap(new LinkedHashMap<>(problems));
    }

    public String typed(String field) {
        return typed.getOrDefault(field, "");
    }

    public boolean is(String field, String value, boolean otherwise) {
        String known = typed(field);
        return known.isEmpty() ? otherwise : known.equals(value);
    }
}
