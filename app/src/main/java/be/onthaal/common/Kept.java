// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.common;

import java.util.Map;
import java.util.Set;

/**
 * What a module keeps of a case: told before it is destroyed, so that proof of it can stay.
 *
 * @param counts how many of each thing; in the words of the database, for the record
 * @param digest the fingerprint of all of it
 * @param files the contents that it names in the file store
 */
public record Kept(Map<String, Integer> counts, Digest digest, Set<Digest> files) {

    public Kept {
        counts = Map.copyOf(counts);
        files = Set.copyOf(files);
    }

    /** The same with the files it names. */
    public Kept naming(Set<Digest> named) {
        return new Kept(counts, digest, named);
    }

    /** True when there is nothing. */
    public boolean isEmpty() {
        return counts.values().stream().allMatch(count -> count == 0);
    }
}
