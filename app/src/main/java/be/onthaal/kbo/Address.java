// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.kbo;

import java.time.LocalDate;
import java.util.Optional;

/**
 * Where an enterprise or establishment is (OSLO locn:Address).
 *
 * @param type seat, establishment or branch
 * @param country empty in Belgium
 * @param extra what helps to find it, such as a building
 * @param struckOffOn since when the register says that it is not there any more
 */
public record Address(
        Coded type,
        Spoken street,
        String houseNumber,
        String box,
        String extra,
        String postcode,
        Spoken municipality,
        Spoken country,
        Optional<LocalDate> struckOffOn) {}
