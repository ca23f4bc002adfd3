// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.demo;

import be.onthaal.organisation.StandardRole;
import java.util.List;

/** The colleagues of the demo town. */
final class DemoPeople {

    static final Colleague NADIA =
            new Colleague(
                    "Nadia El Amrani", "Medewerker onthaal", StandardRole.FIRST_LINE, "Onthaal");
    static final Colleague ELS =
            new Colleague(
                    "Els Verbeeck", "Dossierbehandelaar", StandardRole.CASE_HANDLER, "Burgerzaken");
    static final Colleague JONAS =
            new Colleague(
                    "Jonas De Wit",
                    "Maatschappelijk werker",
                    StandardRole.SOCIAL_WORKER,
                    "Sociale dienst");
    static final Colleague LIEN =
            new Colleague(
                    "Lien De Backer",
                    "Hoofdmaatschappelijk werker",
                    StandardRole.COORDINATOR,
                    "Sociale dienst");
    static final Colleague RITA =
            new Colleague("Rita Goossens", "Medewerker post", StandardRole.POST_CLERK, "Onthaal");
    static final Colleague TOM =
            new Colleague("Tom Claes", "Diensthoofd", StandardRole.COORDINATOR, "Burgerzaken");
    static final Colleague BRAM =
            new Colleague("Bram Maes", "Functioneel beheerder", StandardRole.ADMINISTRATOR, "");
    static final Colleague INE =
            new Colleague(
                    "Ine Wouters",
                    "Functionaris gegevensbescherming",
                    StandardRole.PRIVACY_OFFICER,
                    "");
    static final Colleague KOEN =
            new Colleague(
                    "Koen Peeters", "Toezichter", StandardRole.CASE_HANDLER, "Openbaar domein");
    static final Colleague YASMINA =
            new Colleague(
                    "Yasmina Aziz", "Dossierbehandelaar", StandardRole.CASE_HANDLER, "Burgerzaken");

    static final Colleague GREET =
            new Colleague("Greet Aerts", "Archivaris", StandardRole.ARCHIVIST, "");
    static final Colleague PIET =
            new Colleague("Piet Lemmens", "Informatiebeheerder", StandardRole.ARCHIVIST, "");

    /** Those who work for the municipality of Mortsel. */
    static final List<Colleague> MUNICIPALITY =
            List.of(NADIA, ELS, RITA, TOM, KOEN, YASMINA, BRAM, INE, GREET, PIET);

    private DemoPeople() {}

    /**
     * Somebody who works in the town.
     *
     * @param unit the name of the unit; empty for the whole authority
     */
    record Colleague(String name, String function, StandardRole role, String unit) {

        String login() {
            String plain =
                    java.text.Normalizer.normalize(name, java.text.Normalizer.Form.NFD)
                            .replaceAll("\\p{M}", "")
                            .toLowerCase(java.util.Locale.ROOT)
                            .replaceAll("[^a-z]+", ".");
            return plain + "@mortsel.example";
        }

        /** The number that the simulated ACM/IDM has for him. */
        String voId() {
            byte[] seed = login().getBytes(java.nio.charset.StandardCharsets.UTF_8);
            return java.util.UUID.nameUUIDFromBytes(seed).toString();
        }
    }
}
