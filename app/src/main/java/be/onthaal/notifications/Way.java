// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.notifications;

/** How an employee is told. */
public enum Way {
    /** On the page only. */
    PAGE,
    /** On the page, and by mail at once. */
    MAIL,
    /** On the page, and in one mail a day. */
    DIGEST,
    /** Not at all. */
    NONE
}
