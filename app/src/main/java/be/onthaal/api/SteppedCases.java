// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.api;

import be.onthaal.cases.CaseId;
import be.onthaal.cases.Cases;
import be.onthaal.notifications.Live;
import jakarta.servlet.http.HttpServletRequest;
import java.util.UUID;
import java.util.function.Consumer;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** Answers a step in a case: done once, after which open pages look again. */
@Component
class SteppedCases {

    private final Cases cases;
    private final Live live;
    private final Answers answers;

    SteppedCases(Cases cases, Live live, Answers answers) {
        this.cases = cases;
        this.live = live;
        this.answers = answers;
    }

    ResponseEntity<Done> step(
            HttpServletRequest request, UUID id, Object command, Consumer<Asked> work) {
        return answers.changed(
                request,
                command,
                asked -> {
                    work.accept(asked);
                    return stepped(new CaseId(id));
                });
    }

    /** The case as it is after a step that was taken already. */
    Done stepped(CaseId id) {
        live.changed("case-" + id);
        live.changed("cases");
        return Done.of(cases.get(id).file());
    }
}
