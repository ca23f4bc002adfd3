// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.api;

import be.onthaal.cases.CaseQuestion;
import be.onthaal.cases.CaseQuestion.Facet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What a program looks for in the texts of cases. */
record CaseSearchBody(
        String words, Optional<List<FacetBody>> with, Optional<List<FacetBody>> without) {

    private static final int MOST = 50;

    /** A value of a facet. */
    record FacetBody(Facet.Kind facet, String value) {}

    CaseQuestion read() {
        return new CaseQuestion(words, facets(with), facets(without));
    }

    private static Set<Facet> facets(Optional<List<FacetBody>> sent) {
        return sent.orElse(List.of()).stream()
                .limit(MOST)
                .map(one -> new Facet(one.facet(), one.value()))
                .collect(Collectors.toUnmodifiableSet());
    }
}
