// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.post;

import be.onthaal.common.Channel;
import be.onthaal.party.PartyId;
import java.time.LocalDate;
import java.util.Optional;

/**
 * What came in or went out.
 *
 * @param on the day it came in or went out, in Brussels
 * @param correspondent who sent it or got it, as it is written
 */
public record Piece(
        Channel channel,
        LocalDate on,
        String subject,
        String correspondent,
        Optional<PartyId> party) {}
