// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.party.matching;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What one source knows of a person, as written there; personal data, so logs see only its key.
 *
 * <p>Values may be misspelled, impossible or absent. Only telephone numbers may be several.
 */
public record Profile(String id, Map<Trait, List<String>> values) {

    public Profile {
        values = Map.copyOf(values);
    }

    /** A profile of which only the key is known. */
    public static Profile of(String id) {
        return new Profile(id, Map.of());
    }

    /** The same profile with one value more; a blank one says nothing and is left out. */
    public Profile with(Trait trait, String value) {
        if (value.isBlank()) {
            return this;
        }
        Map<Trait, List<String>> more = new EnumMap<>(Trait.class);
        more.putAll(values);
        List<String> known = new ArrayList<>(all(trait));
        known.add(value);
        more.put(trait, List.copyOf(known));
        return new Profile(id, more);
    }

    /** The value as written, the first where there are several. */
    public Optional<String> first(Trait trait) {
        return all(trait).stream().findFirst();
    }

    /** All values as written. */
    public List<String> all(Trait trait) {
        return values.getOrDefault(trait, List.of());
    }

    @Override
    public String toString() {
        return "Profile[" + id + "]";
    }
}
