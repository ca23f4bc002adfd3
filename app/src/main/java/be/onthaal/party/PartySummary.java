// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.party;

import java.util.Optional;

/** A customer in one line, with the address he is mailed at. */
public record PartySummary(PartyId id, Party.Kind kind, String name, Optional<String> email) {}
