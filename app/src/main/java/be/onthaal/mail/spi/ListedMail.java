// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.mail.spi;

/** A mail on the server: its number in the folder and its size in bytes, as the server says. */
public record ListedMail(long uid, long size) {}
