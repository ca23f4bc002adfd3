// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.post;

import be.onthaal.access.Callers;
import be.onthaal.access.Permission;
import be.onthaal.cases.CaseFile;
import be.onthaal.cases.Cases;
import be.onthaal.post.RegisterEntry.Direction;
import java.util.List;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Bringing pieces to a case that is there already: one step for pages and for programs. */
@Service
public class PostCases {

    private final PostRegister register;
    private final Cases cases;
    private final List<AutomaticPieces> automatic;
    private final ApplicationEventPublisher events;

    PostCases(
            PostRegister register,
            Cases cases,
            List<AutomaticPieces> automatic,
            ApplicationEventPublisher events) {
        this.register = register;
        this.cases = cases;
        this.automatic = automatic;
        this.events = events;
    }

    /**
     * Brings a piece to a case. What somebody sent in tells the case that the customer answered;
     * what went out, was written by a machine or was there already does not.
     */
    @Transactional
    public void add(EntryId id, CaseFile file) {
        Callers.require(Permission.CASE_HANDLE);
        RegisterEntry entry = register.hold(id);
        var link = new CaseLink(file.id().value(), file.number().display());
        if (entry.caseLink().equals(Optional.of(link))) {
            return;
        }
        boolean answers =
                entry.direction() == Direction.IN
                        && automatic.stream().noneMatch(pieces -> pieces.holds(id));
        // Told first: where the piece goes, whoever brings it may not read it any more.
        events.publishEvent(new EntryInCase(id, file.id(), entry.filing().at()));
        register.linkCase(id, link, file.placement().unit(), file.matter().confidentiality());
        if (answers) {
            cases.answerReceived(file.id(), entry.piece().subject(), id.value());
        }
    }
}
