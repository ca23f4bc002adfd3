// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.routing;

import be.onthaal.access.UnitId;
import be.onthaal.common.Message;
import be.onthaal.decisions.Why;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Where a mail goes, and why: kept with the mail, so that it can be told whatever becomes of the
 * rules.
 *
 * @param rule the rule that decided
 * @param unit where it goes; absent where it stays with the unit of its mailbox
 * @param matches what fitted
 * @param table why the decision table said so, if it was asked
 * @param passed rules that fitted and could not decide
 * @param problem why no rule could be asked; empty if they could
 */
public record Route(
        Kind kind,
        Optional<Rule> rule,
        Optional<UnitId> unit,
        Extras extras,
        List<Match> matches,
        Optional<Why> table,
        List<Passed> passed,
        String problem) {

    public Route {
        matches = List.copyOf(matches);
        passed = List.copyOf(passed);
    }

    /** What decided. */
    public enum Kind {
        RULE,
        NONE,
        CASE,
        FAILED
    }

    /** A rule as it was called and where it stood when it was asked. */
    public record Rule(UUID id, int position, String name) {}

    /**
     * A rule that fitted and could not decide.
     *
     * @param reason code of why: {@code unit-ended}, {@code table-silent} or {@code table-unit}
     */
    public record Passed(Rule rule, String reason) {

        /** In words, for who keeps the rules. */
        public Message sentence() {
            return Message.of("routing.passed." + reason, rule.position(), rule.name());
        }
    }

    static Route none(List<Passed> passed) {
        return simple(Kind.NONE, passed, "");
    }

    static Route failed(String problem) {
        return simple(Kind.FAILED, List.of(), problem);
    }

    /** It belongs to a case and goes there: no rule is asked. */
    public static Route ofCase() {
        return simple(Kind.CASE, List.of(), "");
    }

    private static Route simple(Kind kind, List<Passed> passed, String problem) {
        return new Route(
                kind,
                Optional.empty(),
                Optional.empty(),
                Extras.NONE,
                List.of(),
                Optional.empty(),
                passed,
                problem);
    }

    /** What decided, in a sentence. */
    public Message sentence() {
        return rule.map(by -> Message.of("routing.why.RULE", by.position(), by.name()))
                .orElseGet(() -> Message.of("routing.why." + kind));
    }
}
