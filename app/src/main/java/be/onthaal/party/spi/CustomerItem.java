// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.party.spi;

import be.onthaal.party.PartyId;
import java.time.Instant;
import java.util.UUID;

/**
 * Something that is kept of a customer, with the profile that it is kept with.
 *
 * @param kind what it is, as a code that has a word on the screens
 * @param title what colleagues call it, such as a number and a subject
 */
public record CustomerItem(String kind, UUID id, PartyId at, Instant made, String title) {}
