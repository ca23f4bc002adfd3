// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.moving.internal;

import be.onthaal.moving.internal.reading.Sheet;
import java.util.List;

/** A row or two of each sheet, to begin from. */
final class Examples {

    private Examples() {}

    static List<List<String>> of(Sheet sheet) {
        return switch (sheet) {
            case EMPLOYEES ->
                    List.of(
                            List.of(
                                    "an.peeters@voorbeeld.be",
                                    "An Peeters",
                                    "Dossierbeheerder",
                                    "Onthaal",
                                    "CASE_HANDLER",
                                    "2026-01-01",
                                    ""));
            case PARTIES ->
                    List.of(
                            List.of(
                                    "K-1",
                                    "person",
                                    "Jan Peeters",
                                    "",
                                    "jan.peeters@voorbeeld.be",
                                    "0475 12 34 56",
                                    "Stadsplein 1, 2640 Mortsel",
                                    "nl"),
                            List.of(
                                    "K-2",
                                    "organisation",
                                    "Bakkerij De Korenaar",
                                    "0207.500.123",
                                    "info@voorbeeld.be",
                                    "",
                                    "",
                                    "nl"));
            case CASES ->
                    List.of(
                            List.of(
                                    "D-2025-17",
                                    "information-question",
                                    "Vraag over een reispas",
                                    "",
                                    "K-1",
                                    "Onthaal",
                                    "an.peeters@voorbeeld.be",
                                    "2026-10-01",
                                    "2026-12-01",
                                    "",
                                    "INTERNAL",
                                    "DESK",
                                    "Mevrouw belt nog eens terug."));
            case DOCUMENTS ->
                    List.of(
                            List.of(
                                    "D-2025-17",
                                    "documents/brief.pdf",
                                    "Brief van de klant",
                                    "2026-10-01"));
            case NUMBERS -> List.of(List.of("IN", "2026", "1834"), List.of("OUT", "2026", "912"));
        };
    }
}
