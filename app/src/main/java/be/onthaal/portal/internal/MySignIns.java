// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.portal.internal;

import be.onthaal.access.Authorities;
import be.onthaal.access.Authority;
import be.onthaal.access.Caller;
import be.onthaal.access.Callers;
import be.onthaal.access.ProviderVisits;
import be.onthaal.access.spi.IdentityProviders;
import be.onthaal.access.spi.Vouched;
import be.onthaal.common.NationalNumber;
import be.onthaal.common.Refused;
import be.onthaal.common.Token;
import java.net.URI;
import java.util.Optional;
import org.springframework.stereotype.Service;

/** Citizens who sign in with their national number, as ACM/IDM vouches for it (eID, itsme). */
@Service
class MySignIns {

    private static final String PAGE = "/mijn/";

    private final ProviderVisits visits;
    private final IdentityProviders providers;
    private final Authorities authorities;
    private final MySessions sessions;

    MySignIns(
            ProviderVisits visits,
            IdentityProviders providers,
            Authorities authorities,
            MySessions sessions) {
        this.visits = visits;
        this.providers = providers;
        this.authorities = authorities;
        this.sessions = sessions;
    }

    /** How coming back ended. */
    sealed interface Arrival {

        /** Where he wanted to be. */
        Authority authority();
    }

    /** Signed in. */
    record Arrived(Authority authority, Token token) implements Arrival {}

    /** Somebody of whom the authority knows nothing under his national number. */
    record Unknown(Authority authority) implements Arrival {}

    /** It did not work, and why. */
    record Failed(Authority authority, String code) implements Arrival {}

    /** Whether citizens can sign in here at all. */
    boolean isOffered() {
        return providers.forCitizens().isOffered();
    }

    /** Where a browser goes to be recognised. */
    URI depart(Authority authority, Token browser) {
        return Callers.as(
                Caller.signingIn(),
                () -> visits.depart(providers.forCitizens(), browser, PAGE + authority.slug()));
    }

    /** Lets in whoever comes back, when everything about him is right. */
    Arrival arrive(ProviderVisits.Return back) {
        ProviderVisits.Visit visit = Callers.as(Caller.signingIn(), () -> visits.end(back));
        Authority authority =
                Optional.of(visit.target())
                        .filter(target -> target.startsWith(PAGE))
                        .flatMap(target -> authority(target.substring(PAGE.length())))
                        .orElseThrow(() -> new Refused("access.provider-state"));
        try {
            return welcome(authority, number(visit, back));
        } catch (Refused refused) {
            return new Failed(authority, refused.code());
        }
    }

    private NationalNumber number(ProviderVisits.Visit visit, ProviderVisits.Return back) {
        Vouched vouched =
                Callers.as(
                        Caller.signingIn(),
                        () -> visits.vouched(providers.forCitizens(), visit, back));
        return vouched.national()
                .flatMap(NationalNumber::parse)
                .orElseThrow(() -> new Refused("portal.no-number"));
    }

    private Arrival welcome(Authority authority, NationalNumber number) {
        return Callers.as(Caller.customer(authority), () -> sessions.open(number))
                .map(token -> (Arrival) new Arrived(authority, token))
                .orElseGet(() -> new Unknown(authority));
    }

    private Optional<Authority> authority(String slug) {
        return Callers.as(Caller.signingIn(), () -> authorities.find(slug));
    }
}
