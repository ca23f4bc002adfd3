// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.party.register;

import be.onthaal.common.NisCode;
import java.util.List;
import java.util.Optional;

/**
 * An address as a register writes it; abroad often nothing but lines of text.
 *
 * @param lines text where the source has no parts
 */
public record RegisteredAddress(
        Kind kind, Street street, Town town, Country country, List<String> lines) {

    public RegisteredAddress {
        lines = List.copyOf(lines);
    }

    /** What the address is for. */
    public enum Kind {
        /** Where somebody officially lives (hoofdverblijfplaats). */
        RESIDENCE,
        /** Where somebody abroad lives. */
        ABROAD,
        /** Where somebody abroad gets his post. */
        POST_ABROAD,
        /** What an applicant for asylum stated. */
        STATED,
        /** Where somebody can be reached meanwhile. */
        CONTACT,
        /** Where he said that he moves to. */
        MOVING_TO,
        /** Where he said that he moves to, abroad. */
        MOVING_ABROAD,
        /** Where he is while away. */
        AWAY,
        /** Where he came from. */
        ORIGIN,
        /** There is an address that may not be told (niet-mededeelbaar adres). */
        SECRET,
        /** The place the law takes for his home. */
        LEGAL,
        /** The seat of an enterprise. */
        SEAT,
        /** Where an enterprise works. */
        ESTABLISHMENT
    }

    /**
     * The first line.
     *
     * @param code as the national register numbers streets, per postcode
     */
    public record Street(
            Optional<String> name,
            Optional<String> code,
            Optional<String> number,
            Optional<String> box) {}

    /** The second line. */
    public record Town(Optional<String> postcode, Optional<String> name, Optional<NisCode> nis) {}

    /**
     * The country.
     *
     * @param nis its code in the national statistics; that of Belgium is 150
     */
    public record Country(Optional<String> name, Optional<String> iso, Optional<String> nis) {}
}
