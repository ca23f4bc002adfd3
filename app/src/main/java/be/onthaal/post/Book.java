// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.post;

/** A register beside the usual one, with numbers of its own in and out. */
public record Book(String code, String name) {}
