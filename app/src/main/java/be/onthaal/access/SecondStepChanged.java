// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.access;

/** Somebody switched the second step of his signing in on or off, in this transaction. */
public record SecondStepChanged(AccountId account, boolean on) {}
