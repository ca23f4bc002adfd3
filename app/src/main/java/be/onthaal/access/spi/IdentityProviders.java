// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.access.spi;

/**
 * The providers of identities of this installation: ACM/IDM knows the same person in another role
 * when he works for an authority and when he comes as a citizen.
 */
public interface IdentityProviders {

    /** With which employees sign in. */
    IdentityProvider forStaff();

    /** With which citizens sign in to see what is known of them. */
    IdentityProvider forCitizens();
}
