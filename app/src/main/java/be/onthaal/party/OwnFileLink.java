// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.party;

import java.time.Instant;

/** It was written down which customer an employee is. */
public record OwnFileLink(String linkedBy, Instant linkedAt) {}
