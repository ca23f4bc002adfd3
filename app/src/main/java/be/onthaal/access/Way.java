// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.access;

/** How somebody signed in, or tried to. */
public enum Way {
    PASSWORD,
    /** A password, and then a code from a telephone. */
    CODE,
    /** A password, and then one of the codes for whoever lost his telephone. */
    RECOVERY_CODE,
    /** Vouched for by an identity provider such as ACM/IDM. */
    PROVIDER,
    /** One click in the demo town. */
    DEMO,
    /** Signed in already, and working on for another authority. */
    SWITCH
}
