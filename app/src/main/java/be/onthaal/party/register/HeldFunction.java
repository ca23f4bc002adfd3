// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.party.register;

import java.util.Optional;

/**
 * What somebody, or an enterprise, is in an enterprise: manager, director, representative.
 *
 * @param in the enterprise in which it is held
 * @param person who holds it, where that is a person
 * @param organisation who holds it, where that is an enterprise
 */
public record HeldFunction(
        RegisterKey in,
        Optional<RegisterKey> person,
        Optional<RegisterKey> organisation,
        Coded nature) {}
