// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.cases.web;

import be.onthaal.cases.CaseTypeVersion;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The case types of an authority, each with the version that matters most. */
public record TypesPage(List<Line> lines, LocalDate today) {

    public TypesPage {
        lines = List.copyOf(lines);
    }

    /**
     * One type.
     *
     * @param shown the version that holds, else the newest
     * @param draft the one that somebody works on
     */
    public record Line(CaseTypeVersion shown, Optional<CaseTypeVersion> draft, int versions) {}

    static TypesPage of(List<CaseTypeVersion> versions, LocalDate today) {
        Map<String, List<CaseTypeVersion>> byCode = new LinkedHashMap<>();
        versions.forEach(version ->
                byCode.computeIfAbsent(version.head().code(), code -> new ArrayList<>())
                        .add(version));
        return new TypesPage(byCode.values().stream().map(all -> line(all, today)).toList(), today);
    }

    private static Line line(List<CaseTypeVersion> all, LocalDate today) {
        CaseTypeVersion shown =
                all.stream()
                        .filter(version -> version.head().holdsOn(today))
                        .findFirst()
                        .orElseGet(all::getFirst);
        Optional<CaseTypeVersion> draft =
                all.stream().filter(version -> version.head().isDraft()).findFirst();
        return new Line(shown, draft, all.size());
    }
}
