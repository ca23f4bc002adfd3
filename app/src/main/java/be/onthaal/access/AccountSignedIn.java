// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.access;

/** Somebody signed in; told in the commit that opens his session, with himself as the caller. */
public record AccountSignedIn(AccountId account, Way way) {}
