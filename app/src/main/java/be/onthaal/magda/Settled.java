// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.magda;

import be.onthaal.party.register.Answer;
import java.util.List;
import java.util.Optional;

/**
 * How a question ended.
 *
 * @param works false when the line or the other side failed, which counts for the breaker
 * @param reference under which MAGDA keeps its answer; empty when MAGDA itself did not answer
 */
record Settled<T>(Answer<T> answer, boolean works, Optional<String> reference, int attempts) {

    /** How the law wants it told: succeeded, failed, unauthorised or unanswered. */
    enum Result {
        SUCCEEDED,
        FAILED,
        UNAUTHORISED,
        UNANSWERED
    }

    Result result() {
        return switch (answer) {
            case Answer.Given<T> given -> Result.SUCCEEDED;
            case Answer.NotFound<T> nothing -> Result.SUCCEEDED;
            case Answer.Refused<T> refused ->
                    refused.notices().stream().anyMatch(Notices::saysNoRight)
                            ? Result.UNAUTHORISED
                            : Result.FAILED;
            case Answer.Unavailable<T> away ->
                    reference.isPresent() ? Result.FAILED : Result.UNANSWERED;
        };
    }

    /** Severity and code of each notice. */
    List<String> codes() {
        return answer.notices().stream()
                .map(notice -> notice.severity() + " " + notice.code())
                .toList();
    }
}
