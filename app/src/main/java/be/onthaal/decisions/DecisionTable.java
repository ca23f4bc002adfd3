// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.decisions;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * One version of a decision table, with what decides in it.
 *
 * @param model DMN 1.3 or later, as XML
 */
public record DecisionTable(Head head, String model, List<Example> examples) {

    public DecisionTable {
        examples = List.copyOf(examples);
    }

    /**
     * What is known of a version without reading its model.
     *
     * @param key by which modules ask it, such as {@code post-routing}
     * @param revision counts the changes of a draft, so that nobody overwrites a colleague
     */
    public record Head(
            UUID id,
            String key,
            int version,
            State state,
            About about,
            Validity validity,
            Made made,
            int revision) {

        public boolean isDraft() {
            return state == State.DRAFT;
        }

        /** Whether modules that ask on this day get it. */
        public boolean holdsOn(LocalDate day) {
            return !isDraft() && validity.holdsOn(day);
        }
    }

    /** Where it is in its life. */
    public enum State {
        DRAFT,
        PUBLISHED,
        RETIRED
    }

    /** What people call it, and on what rule it rests, in words. */
    public record About(String nl, String fr, String en, String legalBasis) {

        /** Its name in a language; Dutch where nobody wrote it in another. */
        public String in(String locale) {
            return switch (locale) {
                case "fr" -> fr.isEmpty() ? nl : fr;
                case "en" -> en.isEmpty() ? nl : en;
                default -> nl;
            };
        }
    }

    /** From which day it holds, and until which, which is no longer in it. */
    public record Validity(Optional<LocalDate> from, Optional<LocalDate> until) {

        boolean holdsOn(LocalDate day) {
            return from.filter(start -> !start.isAfter(day)).isPresent()
                    && until.filter(end -> !day.isBefore(end)).isEmpty();
        }
    }

    /** Who made it last, and who published it. */
    public record Made(Instant at, String by, Optional<Instant> published, String publishedBy) {}
}
