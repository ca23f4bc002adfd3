// SPDX-License-Identifier: EUPL-1.2
/**
 * What the product asks of authentic sources: persons, households, enterprises, social data and
 * what changed. Adapters answer; MAGDA is the first.
 */
@NullMarked
@NamedInterface("register")
package be.onthaal.party.register;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
