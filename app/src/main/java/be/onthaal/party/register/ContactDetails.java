// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.party.register;

import java.util.Optional;

/** How somebody can be reached, as he told the register. */
public record ContactDetails(
        Optional<String> email,
        Optional<String> mobile,
        Optional<String> phone,
        Optional<String> website) {}
