// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.moving.internal;

import be.onthaal.audit.Audit;
import be.onthaal.audit.LogLine;
import be.onthaal.common.PageRequest;
import be.onthaal.common.Refused;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Knows from the log whether anybody but the transfer itself worked on something. */
@Component
class Touched {

    private static final int LOOKED_AT = 200;

    private final Audit audit;

    Touched(Audit audit) {
        this.audit = audit;
    }

    void refuseCase(UUID id, Run run) {
        refuse(audit.ofCase(id, LOOKED_AT), run);
    }

    void refuseParty(UUID id, Run run) {
        refuse(audit.ofParty(id, LOOKED_AT), run);
    }

    void refuseSubject(UUID id, Run run) {
        var question =
                new Audit.Question(
                        Optional.of(LogLine.Kind.ACTION),
                        Optional.empty(),
                        Optional.of(id),
                        Optional.empty(),
                        Optional.empty());
        refuse(audit.list(question, new PageRequest(1, LOOKED_AT)).rows(), run);
    }

    private static void refuse(List<LogLine> lines, Run run) {
        String self = run.transfer().actor();
        lines.stream()
                .filter(line -> line.kind() == LogLine.Kind.ACTION)
                .filter(line -> !line.actor().equals(self))
                .findFirst()
                .ifPresent(line -> {
                    throw new Refused("moving.touched", line.actor());
                });
    }
}
