// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.cases.model;

import java.util.Optional;

/**
 * What happens once when a term has passed, besides that its handler is told.
 *
 * @param with what its kind needs: see {@link Kind}
 */
public record LateStep(Kind kind, Optional<String> with) {

    /** What may happen, in the order in which it does. */
    public enum Kind {
        /** Who spreads the work of the unit is told. */
        ESCALATE(With.NOTHING),
        /** A task starts that the phase offers. */
        TASK(With.TASK),
        /** The case goes to another phase. */
        PHASE(With.PHASE),
        /** The case ends by law: tacit refusal or consent. */
        CLOSE(With.RESULT);

        private final With with;

        Kind(With with) {
            this.with = with;
        }

        public With with() {
            return with;
        }
    }

    /** What stands in {@link LateStep#with()}. */
    public enum With {
        NOTHING,
        TASK,
        PHASE,
        RESULT
    }

    /** What it names, as people call it; its code where the type does not know it. */
    public String named(CaseTypeDefinition type, String locale) {
        Optional<Words> words =
                switch (kind.with()) {
                    case NOTHING -> Optional.empty();
                    case TASK -> type.task(code()).map(TaskDefinition::title);
                    case PHASE -> type.phase(code()).map(Phase::name);
                    case RESULT -> type.result(code()).map(Result::name);
                };
        return words.map(said -> said.in(locale)).orElse(code());
    }

    /** The code that it needs; nothing where it needs none. */
    public String code() {
        return with.orElse("");
    }
}
