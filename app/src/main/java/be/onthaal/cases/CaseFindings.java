// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.cases;

import be.onthaal.common.Page;
import java.util.List;
import java.util.Map;

/**
 * The cases in whose texts something was found.
 *
 * @param facets how many of them there are of each value; of the newest, where there are too many
 *     to count
 * @param meant true when nothing was found as it was written, and this is what was perhaps meant
 */
public record CaseFindings(
        Page<Finding> page, Map<CaseQuestion.Facet.Kind, List<Counted>> facets, boolean meant) {

    public CaseFindings {
        facets = Map.copyOf(facets);
    }

    /** A case, with the text in which it was found. */
    public record Finding(CaseLine line, CasePassages.Kind kind, List<Piece> snippet) {

        public Finding {
            snippet = List.copyOf(snippet);
        }
    }

    /** A piece of a text, marked when it is what was asked. */
    public record Piece(String text, boolean marked) {}

    /** How many cases have a value. */
    public record Counted(CaseQuestion.Facet facet, long count) {}
}
