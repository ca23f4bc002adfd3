// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.integration.oidc;

import be.onthaal.access.spi.IdentityProvider;
import be.onthaal.access.spi.IdentityProviders;
import java.time.Clock;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;

/** The clients that this installation is at providers of OpenID Connect. */
@Component
@EnableConfigurationProperties(OidcClients.class)
class OidcProviders implements IdentityProviders {

    private final IdentityProvider staff;
    private final IdentityProvider citizens;

    OidcProviders(OidcClients clients, Clock clock) {
        this.staff = new OidcProvider(clients.signIn(), clock);
        this.citizens = new OidcProvider(clients.citizens(), clock);
    }

    @Override
    public IdentityProvider forStaff() {
        return staff;
    }

    @Override
    public IdentityProvider forCitizens() {
        return citizens;
    }
}
