// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.access;

/** Why a person's data is opened (dpv:Purpose); logged with every consultation. */
public enum Purpose {
    /** Answering somebody who contacts the authority. */
    CONTACT,
    /** Registering and routing what comes in. */
    POST,
    /** Handling a case. */
    CASE,
    /** Spreading and following up the work of a unit. */
    COORDINATION,
    /** Keeping the system and its rights in order. */
    ADMINISTRATION,
    /** Looking after privacy and the log. */
    SUPERVISION,
    /** A program that the authority trusts, over the API. */
    MACHINE,
    /** The system itself: intake, terms, sending. */
    SYSTEM,
    /** A citizen looking at his own. */
    OWN
}
