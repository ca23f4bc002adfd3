// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.probe;

import java.util.List;

/** A customer who exists nowhere else: wherever he shows, somebody's data shows. */
final class Canary {

    static final String NAME = "Kanarie Vogelzang";
    static final String EMAIL = "kanarie.vogelzang@voliere.example";
    static final String PHONE = "+32471229988";
    static final String SUBJECT = "Kanarie zoekt een kooi";
    static final String NATIONAL_NUMBER = "85073003328";

    /** Stands in the subject of everything that is confidential to a unit. */
    static final String SECRET = "Kanariegeheim";

    private static final List<String> TRACES =
            List.of(
                    "Kanarie",
                    "kanarie",
                    "Vogelzang",
                    "vogelzang",
                    PHONE,
                    "0471 22 99 88",
                    "0471229988",
                    NATIONAL_NUMBER,
                    "85.07.30-033.28");

    private Canary() {}

    /** True when the customer himself shows: his name, mail or telephone. */
    static boolean shows(String text) {
        return text.contains(NAME)
                || text.contains(EMAIL)
                || text.contains(PHONE)
                || text.contains("0471 22 99 88");
    }

    /** True when somebody reads what he has no business with. */
    static boolean isRead(String text) {
        return shows(text)
                || text.contains(SUBJECT)
                || text.contains(SECRET)
                || text.contains(NATIONAL_NUMBER)
                || text.contains("85.07.30-033.28");
    }

    /** True when anything of him is in the text, however it is written. */
    static boolean leaksInto(String text) {
        return TRACES.stream().anyMatch(text::contains);
    }
}
