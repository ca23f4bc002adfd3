// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.cases.model;

/**
 * What the customer is told, in our words and in those of Mijn Burgerprofiel (DOSIS, Digitaal
 * Vlaanderen: {@code VlaamsFase}, {@code VlaamsCode} and {@code Actie}).
 *
 * @param actionNeeded whether the customer must do something before it goes on
 */
public record PublicStatus(Words words, DosisPhase phase, DosisCode code, boolean actionNeeded) {

    /** The stage in which every Flemish file is (VlaamsFase). */
    public enum DosisPhase {
        SAMENSTELLING,
        BEHANDELING,
        AFGEROND
    }

    /** Where a Flemish file stands (VlaamsCode); names are those of the standard. */
    public enum DosisCode {
        AANGEVRAAGD("Aangevraagd"),
        INGEDIEND("Ingediend"),
        GEINITIEERD("Geinitieerd"),
        DOSSIER_ONVOLLEDIG("DossierOnvolledig"),
        DOSSIER_VOLLEDIG("DossierVolledig"),
        ONTVANKELIJK("Ontvankelijk"),
        ONONTVANKELIJK("OnOntvankelijk"),
        IN_BEHANDELING("InBehandeling"),
        IN_WACHT("InWacht"),
        IN_OPENBAAR_ONDERZOEK("InOpenbaarOnderzoek"),
        VOORLOPIG_VASTGESTELD("VoorlopigVastgesteld"),
        DEFINITIEF_VASTGESTELD("DefinitiefVastgesteld"),
        KLAAR_VOOR_BESLISSING("KlaarVoorBeslissing"),
        BESLIST("Beslist"),
        GOEDGEKEURD("Goedgekeurd"),
        DEELS_GOEDGEKEURD("DeelsGoedgekeurd"),
        GEWEIGERD("Geweigerd"),
        STOPZETTING("Stopzetting"),
        STOPGEZET("Stopgezet"),
        AKTENAME("Aktename"),
        ERKEND_VERGUND("ErkendVergund"),
        KLAAR_VOOR_BETALING("KlaarVoorBetaling"),
        DEELS_UITBETAALD("DeelsUitbetaald"),
        BETAALD("Betaald"),
        GEPLAND("Gepland"),
        UITGEVOERD("Uitgevoerd"),
        GERECHTELIJK_INGELEID("GerechtelijkIngeleid");

        private final String written;

        DosisCode(String written) {
            this.written = written;
        }

        /** As the standard writes it. */
        public String written() {
            return written;
        }
    }
}
