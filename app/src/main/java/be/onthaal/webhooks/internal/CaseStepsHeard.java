// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.webhooks.internal;

import be.onthaal.cases.CaseStepTaken;
import be.onthaal.webhooks.EventKind;
import be.onthaal.webhooks.Subscription;
import java.util.List;
import java.util.Map;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Writes a step in a case down for who subscribed to it, in the commit where it was taken. */
@Component
class CaseStepsHeard {

    private final SubscriptionStore subscriptions;
    private final Queue queue;

    CaseStepsHeard(SubscriptionStore subscriptions, Queue queue) {
        this.subscriptions = subscriptions;
        this.queue = queue;
    }

    @EventListener
    void on(CaseStepTaken step) {
        EventKind.ofStep(step.step()).ifPresent(kind -> tell(kind, step));
    }

    private void tell(EventKind kind, CaseStepTaken step) {
        List<Subscription> hearing =
                subscriptions.running().stream()
                        .filter(one -> one.hears(kind, step.confidentiality()))
                        .toList();
        if (hearing.isEmpty()) {
            return;
        }
        var event =
                Queue.Happened.of(
                        kind,
                        step.number().display(),
                        step.at(),
                        Map.of(
                                "case", step.id().toString(),
                                "number", step.number().display(),
                                "caseType", step.typeCode()));
        hearing.forEach(subscription -> queue.add(subscription, event));
    }
}
