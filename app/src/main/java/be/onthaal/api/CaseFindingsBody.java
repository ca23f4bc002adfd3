// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.api;

import be.onthaal.cases.CaseFindings;
import be.onthaal.cases.CasePassages;
import be.onthaal.cases.CaseQuestion.Facet;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What was found in the texts of cases.
 *
 * @param facets how many of the cases have each value, by facet
 * @param meant true when this is what was perhaps meant, since what was asked stands nowhere
 */
record CaseFindingsBody(
        Paged<FoundCase> found, Map<Facet.Kind, Map<String, Long>> facets, boolean meant) {

    /** A case with a piece of the text in which it was found. */
    record FoundCase(CaseItem item, CasePassages.Kind in, String snippet) {}

    static CaseFindingsBody of(CaseFindings findings) {
        Map<Facet.Kind, Map<String, Long>> facets =
                findings.facets().entrySet().stream()
                        .collect(
                                Collectors.toMap(
                                        Map.Entry::getKey, facet -> counts(facet.getValue())));
        return new CaseFindingsBody(
                Paged.of(findings.page().map(CaseFindingsBody::found)), facets, findings.meant());
    }

    private static Map<String, Long> counts(List<CaseFindings.Counted> counted) {
        return counted.stream()
                .collect(Collectors.toMap(one -> one.facet().value(), CaseFindings.Counted::count));
    }

    private static FoundCase found(CaseFindings.Finding finding) {
        String snippet =
                finding.snippet().stream()
                        .map(CaseFindings.Piece::text)
                        .collect(Collectors.joining());
        return new FoundCase(CaseItem.of(finding.line()), finding.kind(), snippet);
    }
}
