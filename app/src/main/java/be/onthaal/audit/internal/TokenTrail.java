// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.audit.internal;

import be.onthaal.access.MachineTokenIssued;
import be.onthaal.access.MachineTokenRevoked;
import be.onthaal.audit.Audit;
import be.onthaal.audit.AuditEvent;
import java.util.stream.Collectors;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Who let which program in, and who sent it away; access itself stands below the log. */
@Component
class TokenTrail {

    private static final String TOKEN = "MACHINE_TOKEN";

    private final Audit audit;

    TokenTrail(Audit audit) {
        this.audit = audit;
    }

    @EventListener
    void issued(MachineTokenIssued event) {
        String rights =
                event.permissions().stream()
                        .map(Enum::name)
                        .sorted()
                        .collect(Collectors.joining(", "));
        audit.record(
                AuditEvent.of("access.token-issued", AuditEvent.Subject.of(TOKEN, event.id()))
                        .with("name", event.name())
                        .with("rights", rights));
    }

    @EventListener
    void revoked(MachineTokenRevoked event) {
        audit.record(
                AuditEvent.of("access.token-revoked", AuditEvent.Subject.of(TOKEN, event.id())));
    }
}
