// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.cases;

import be.onthaal.access.Callers;
import be.onthaal.common.Brussels;
import be.onthaal.common.Conflict;
import be.onthaal.common.NotFound;
import be.onthaal.common.Refused;
import java.time.Clock;
import java.time.Instant;
import org.springframework.stereotype.Component;

/** Whether and how a case may end. */
@Component
class CaseClosing {

    private final CaseTypes types;
    private final CaseContents contents;
    private final Clock clock;

    CaseClosing(CaseTypes types, CaseContents contents, Clock clock) {
        this.types = types;
        this.contents = contents;
        this.clock = clock;
    }

    /** How the case ends, and what that is called. */
    record Ending(CaseFile.Closing closing, String resultName) {}

    /** How the case ends now; refused while something stands in the way. */
    Ending end(CaseFile file, int revision, String resultCode) {
        refuseChanged(file, revision);
        refuseClosed(file);
        var result =
                types.get(file.matter().typeId())
                        .definition()
                        .result(resultCode)
                        .orElseThrow(() -> new NotFound("cases.result"));
        if (contents.mandatoryOpen(file.id())) {
            throw new Refused("cases.mandatory-task-open");
        }
        Retention retention =
                result.retention()
                        .filter(Retention::complete)
                        .orElseThrow(() -> new Refused("cases.no-retention", result.name().nl()));
        Instant now = clock.instant();
        var closing =
                new CaseFile.Closing(
                        now,
                        Callers.current().name(),
                        resultCode,
                        retention.action(),
                        retention.until(Brussels.date(now)));
        return new Ending(closing, result.name().nl());
    }

    static void refuseChanged(CaseFile file, int revision) {
        if (file.progress().revision() != revision) {
            CaseFile.Changed change = file.progress().changed();
            throw new Conflict("cases.changed", change.by(), change.at());
        }
    }

    /** What was taken back with a transfer has no customer and no origin any more. */
    static void refuseCancelled(CaseFile file) {
        boolean cancelled =
                file.progress()
                        .closing()
                        .filter(end -> end.resultCode().equals(CaseTransfers.CANCELLED))
                        .isPresent();
        if (cancelled) {
            throw new Refused("cases.cancelled");
        }
    }

    static void refuseClosed(CaseFile file) {
        file.progress()
                .closing()
                .ifPresent(closing -> {
                    throw new Refused("cases.closed", closing.by(), closing.at());
                });
    }
}
