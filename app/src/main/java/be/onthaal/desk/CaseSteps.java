// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.desk;

import be.onthaal.access.Callers;
import be.onthaal.access.Purpose;
import be.onthaal.cases.CaseFile;
import be.onthaal.cases.CaseId;
import be.onthaal.cases.Cases;
import be.onthaal.notifications.Live;
import java.util.function.Consumer;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionOperations;

/** Steps in a case: one commit each, after which open pages look again. */
@Service
class CaseSteps {

    private final Cases cases;
    private final Drafts drafts;
    private final Live live;
    private final TransactionOperations transactions;

    CaseSteps(Cases cases, Drafts drafts, Live live, TransactionOperations transactions) {
        this.cases = cases;
        this.drafts = drafts;
        this.live = live;
        this.transactions = transactions;
    }

    void run(CaseId id, Consumer<Cases> step) {
        Purposes.run(
                Purpose.CASE,
                () ->
                        transactions.executeWithoutResult(status -> {
                            step.accept(cases);
                            live.changed("case-" + id);
                            live.changed("cases");
                        }));
    }

    /** A step in the term of a case. */
    void run(CaseId id, Runnable step) {
        run(id, within -> step.run());
    }

    void note(Cases within, CaseId id, String text) {
        within.addNote(id, text);
        drafts.forget(Replies.noteKey(id));
    }

    /** Who changed it since it looked like this; nobody when it still does. */
    @Transactional(readOnly = true)
    CaseChangedPage changed(CaseId id, int revision) {
        CaseFile file = cases.get(id).file();
        boolean changed =
                file.progress().revision() != revision
                        && !file.progress().changed().by().equals(Callers.current().name());
        return new CaseChangedPage(id, changed, file.progress().changed());
    }
}
