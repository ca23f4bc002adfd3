// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.kbo;

/** A telephone number, mail or web address that an enterprise made public (schema:ContactPoint). */
public record ContactDetail(Coded type, String value) {}
