// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.integration.oidc;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Who this installation is at the providers of identities.
 *
 * @param signIn with which employees sign in
 * @param citizens with which citizens sign in to see what is known of them
 */
@ConfigurationProperties("onthaal")
record OidcClients(@DefaultValue OidcSettings signIn, @DefaultValue OidcSettings citizens) {}
