// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.post;

/** How an entry was settled without a case. */
public sealed interface Outcome {

    /** Somebody did what was asked; the note says what. */
    record Handled(String note) implements Outcome {}

    /** It asks nothing, such as a newsletter or a copy for information. */
    record NoCaseNeeded() implements Outcome {}
}
