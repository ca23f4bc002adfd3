// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.decisions.internal.engine;

/** What is wrong with an expression. */
public sealed interface FeelProblem {

    /** It is no FEEL, or names what is not there; in the engine's words. */
    record Unreadable(String said) implements FeelProblem {}

    /** Asks what day or time it is, so that it would say something else tomorrow. */
    record AsksTheTime(String function) implements FeelProblem {}

    /** Its work may have no end. */
    record Endless(String what) implements FeelProblem {}

    /** A pattern that is not written there, or in which too much repeats. */
    record LoosePattern(String function) implements FeelProblem {}
}
