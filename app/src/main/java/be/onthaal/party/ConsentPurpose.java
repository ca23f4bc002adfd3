// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.party;

/** What a customer may agree to; public tasks need no consent and are not among them. */
public enum ConsentPurpose {
    /** News and invitations of the authority. */
    NEWS,
    /** A question afterwards about how he was helped. */
    SURVEY,
    /** Looking, without his asking, whether he has rights that he does not use. */
    PROACTIVE_RIGHTS,
    /** Passing his question and data on to a partner outside the authority. */
    PARTNERS;

    /** The version of the texts in the bundles; raised whenever a text changes. */
    public static final String TEXT_VERSION = "2026-11";
}
