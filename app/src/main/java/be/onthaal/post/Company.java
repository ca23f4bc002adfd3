// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.post;

import be.onthaal.access.UnitId;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Who else has to do with an entry: further correspondents, and units that got a copy. */
public record Company(List<Correspondent> others, Set<UnitId> copies) {

    public static final Company NONE = new Company(List.of(), Set.of());

    public Company {
        others = List.copyOf(others);
        copies = Set.copyOf(copies);
    }

    /** Whom we know already by the same name stays known. */
    Company knowing(Company before) {
        List<Correspondent> known =
                others.stream()
                        .map(other ->
                                before.others().stream()
                                        .filter(there -> there.name().equals(other.name()))
                                        .findFirst()
                                        .orElse(other))
                        .toList();
        return new Company(known, copies);
    }

    /** With these units in copy too. */
    Company copiedTo(Set<UnitId> units) {
        Set<UnitId> all = new HashSet<>(copies);
        all.addAll(units);
        return new Company(others, all);
    }

    /** Their names, as the history of the entry has them. */
    String names() {
        return String.join("; ", others.stream().map(Correspondent::name).toList());
    }

    /** The units, always in the same order. */
    String units() {
        return String.join(" ", new TreeSet<>(copies.stream().map(UnitId::toString).toList()));
    }
}
