// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.decisions.internal;

import be.onthaal.decisions.DecisionTable.Head;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The decision tables of an authority. */
public record TablesPage(List<Head> heads, LocalDate today) {

    public TablesPage {
        heads = List.copyOf(heads);
    }

    /** One table with what holds today and what is being made. */
    public record Line(Head newest, Optional<Head> holding, Optional<Head> draft, int versions) {

        /** The version that somebody who clicks wants to see. */
        public Head shown() {
            return holding.or(() -> draft).orElse(newest);
        }
    }

    public List<Line> lines() {
        Map<String, Line> lines = new LinkedHashMap<>();
        for (Head head : heads) {
            Optional<Head> holding = Optional.of(head).filter(one -> one.holdsOn(today));
            Optional<Head> draft = Optional.of(head).filter(Head::isDraft);
            lines.merge(
                    head.key(),
                    new Line(head, holding, draft, 1),
                    (known, more) ->
                            new Line(
                                    known.newest(),
                                    known.holding().or(more::holding),
                                    known.draft().or(more::draft),
                                    known.versions() + 1));
        }
        return List.copyOf(lines.values());
    }
}
