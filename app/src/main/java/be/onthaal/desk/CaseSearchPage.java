// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.desk;

import be.onthaal.access.UnitId;
import be.onthaal.cases.CaseFindings;
import be.onthaal.cases.CaseFindings.Counted;
import be.onthaal.cases.CaseQuestion;
import be.onthaal.cases.CaseQuestion.Facet;
import be.onthaal.cases.CaseType;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** What was found in the texts of cases, and by what it can be divided. */
public record CaseSearchPage(CaseQuestion question, Optional<CaseFindings> found, Names names) {

    private static final int SHOWN = 12;

    /** What units and types are called. */
    public record Names(Map<UnitId, String> units, List<CaseType> types) {}

    /** The values of a facet with the most cases, without what is chosen already. */
    public List<Counted> open(Facet.Kind kind) {
        return found
                .map(CaseFindings::facets)
                .map(facets -> facets.getOrDefault(kind, List.of()))
                .orElse(List.of())
                .stream()
                .filter(one -> !question.with().contains(one.facet()))
                .limit(SHOWN)
                .toList();
    }

    /** The name of a value: that of a type or unit, or a constant that has a word, or itself. */
    public String name(Facet facet, String locale) {
        return switch (facet.kind()) {
            case TYPE ->
                    names.types().stream()
                            .filter(type -> type.code().equals(facet.value()))
                            .findFirst()
                            .map(type -> type.definition().name().in(locale))
                            .orElse(facet.value());
            case UNIT -> names.units().getOrDefault(new UnitId(UUID.fromString(facet.value())), "");
            case STATUS, YEAR, CHANNEL -> facet.value();
        };
    }

    /** The key of its word, for a constant. */
    public static Optional<String> key(Facet facet) {
        return switch (facet.kind()) {
            case STATUS -> Optional.of("CaseStatus." + facet.value());
            case CHANNEL -> Optional.of("Channel." + facet.value());
            case TYPE, UNIT, YEAR -> Optional.empty();
        };
    }

    /** As a form sends it. */
    public static String code(Facet facet) {
        return facet.kind().name() + ":" + facet.value();
    }
}
