// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.search;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** Something that was found and that the caller may see. */
public record Found(
        String kind, UUID ref, Optional<String> number, String title, String hint, Instant at) {}
