// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.access;

import be.onthaal.access.spi.StaffDirectory;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Tells the log of an authority that somebody could not sign in. */
@Component
class SignInLog {

    private static final String SELF = "aanmelding";

    private final StaffDirectory staff;
    private final Authorities authorities;
    private final ApplicationEventPublisher events;

    SignInLog(StaffDirectory staff, Authorities authorities, ApplicationEventPublisher events) {
        this.staff = staff;
        this.authorities = authorities;
        this.events = events;
    }

    /**
     * Tells the first authority that the account works for. An account that does not exist costs
     * the same questions, so that nobody learns from the time it takes which accounts exist.
     */
    void refused(SignInRefused refusal) {
        UUID asked = refusal.account().map(AccountId::value).orElseGet(UUID::randomUUID);
        List<AuthorityId> employers = staff.employersOf(new AccountId(asked));
        refused(refusal, employers.stream().findFirst().map(authorities::get));
    }

    /** Tells this authority, or the log of the installation when there is none. */
    void refused(SignInRefused refusal, Optional<Authority> authority) {
        authority.ifPresentOrElse(
                where ->
                        Callers.run(
                                Caller.service(SELF, where), () -> events.publishEvent(refusal)),
                () -> events.publishEvent(refusal));
    }
}
