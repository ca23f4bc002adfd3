// SPDX-License-Identifier: EUPL-1.2
/**
 * Finds the profiles that are of one person, and says why.
 *
 * <p>Owns nothing and keeps nothing: profiles in, scored pairs and clusters out. The weights are
 * learned from the profiles themselves, without examples (Fellegi and Sunter 1969; Winkler 2000).
 * Besides "one person" and "strangers" it knows a third reading of a pair, "one household", so that
 * a family that shares an address, a telephone and an e-mail address stays a family.
 */
@NullMarked
@NamedInterface("matching")
package be.onthaal.party.matching;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
