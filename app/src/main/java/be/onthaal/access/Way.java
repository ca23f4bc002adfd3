// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.access;

/** How somebody signed in, or tried to. */
public enum Way {
    PASSWORD,
    /** Vouched for by an identity provider such as ACM/IDM. */
    PROVIDER,
    /** One click in the demo town. */
    DEMO,
    /** Signed in already, and working on for another authority. */
    SWITCH
}
