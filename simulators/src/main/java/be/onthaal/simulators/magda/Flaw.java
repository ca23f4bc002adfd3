// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.simulators.magda;

/** What can be wrong with an answer. */
public enum Flaw {
    NONE,
    /** The line closes without an answer. */
    DROPPED,
    /** A page for a browser, as proxies send it. */
    HTML,
    /** The same, with status 503. */
    GATEWAY_DOWN,
    /** Another address to ask. */
    REDIRECT,
    EMPTY,
    /** A fault without a code of MAGDA. */
    FAULT,
    /** A fault that says that the question is not what the schema allows. */
    FAULT_10001,
    /** XML that stops half-way. */
    TRUNCATED,
    /** XML that becomes gigabytes when its entities are expanded. */
    ENTITY_BOMB,
    /** XML that names a file to be read. */
    EXTERNAL_ENTITY,
    /** XML that is no SOAP. */
    NO_SOAP,
    WRONG_NAMESPACE,
    WRONG_VERSION,
    /** An answer to somebody else's message. */
    WRONG_REFERENCE,
    /** An answer to another question of the message. */
    WRONG_QUESTION,
    /** The same answer as the time before. */
    REPEATED,
    /** The parts of the answer stand in another order. */
    REORDERED,
    /** A number or code that must be there is not. */
    FIELD_MISSING,
    /** A date that cannot be. */
    DATE_WRONG,
    /** The error that too many ask at once. */
    CROWDED,
    /** More bytes than anybody needs. */
    HUGE,
    /** A byte now and then, without end. */
    DRIP
}
