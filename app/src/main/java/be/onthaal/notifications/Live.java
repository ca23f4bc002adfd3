// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.notifications;

import be.onthaal.access.AuthorityId;
import be.onthaal.access.Callers;
import be.onthaal.notifications.internal.LiveLine;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Says "look again" to the browsers of an authority, after the commit, once for many changes. */
@Component
public class Live {

    private final LiveLine line;

    Live(LiveLine line) {
        this.line = line;
    }

    /** Something of this topic changed; said when the transaction has committed. */
    public void changed(String topic) {
        AuthorityId authority = Callers.current().authority();
        if (!TransactionSynchronizationManager.isSynchronizationActive()) {
            line.say(authority, topic);
            return;
        }
        TransactionSynchronizationManager.registerSynchronization(
                new TransactionSynchronization() {
                    @Override
                    public void afterCommit() {
                        line.say(authority, topic);
                    }
                });
    }
}
