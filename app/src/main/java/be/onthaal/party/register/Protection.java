// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.party.register;

import java.util.Optional;

/**
 * An incapacity, or somebody who decides for a person (bewindvoerder).
 *
 * @param guardian who decides, where the source tells his number
 * @param text what the source says of it
 */
public record Protection(Coded status, Optional<RegisterKey> guardian, Optional<String> text) {}
