// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.post;

/** Knows which pieces no person wrote: a bounce or word of absence is nobody's answer. */
public interface AutomaticPieces {

    /** Whether no person wrote this piece, as far as the caller may see what it consists of. */
    boolean holds(EntryId id);
}
