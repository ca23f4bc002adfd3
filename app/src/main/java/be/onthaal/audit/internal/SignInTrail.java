// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.audit.internal;

import be.onthaal.access.AccountId;
import be.onthaal.access.AccountSignedIn;
import be.onthaal.access.SecondStepChanged;
import be.onthaal.access.SignInRefused;
import be.onthaal.audit.Audit;
import be.onthaal.audit.AuditEvent;
import java.util.UUID;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Who signed in and how, and who could not; access itself stands below the log. */
@Component
class SignInTrail {

    private static final UUID NOBODY = new UUID(0, 0);

    private final Audit audit;

    SignInTrail(Audit audit) {
        this.audit = audit;
    }

    @EventListener
    void signedIn(AccountSignedIn event) {
        audit.record(
                AuditEvent.of("access.signed-in", account(event.account().value()))
                        .with("way", event.way().name()));
    }

    @EventListener
    void changed(SecondStepChanged event) {
        String action = event.on() ? "access.second-step-on" : "access.second-step-off";
        audit.record(AuditEvent.of(action, account(event.account().value())));
    }

    @EventListener
    void refused(SignInRefused event) {
        AuditEvent line =
                AuditEvent.of(
                                "access.sign-in-refused",
                                account(event.account().map(AccountId::value).orElse(NOBODY)))
                        .with("way", event.way().name())
                        .with("reason", event.reason());
        for (var fact : event.detail().entrySet()) {
            line = line.with(fact.getKey(), fact.getValue());
        }
        audit.refused(line);
    }

    private static AuditEvent.Subject account(UUID id) {
        return AuditEvent.Subject.of("ACCOUNT", id);
    }
}
