// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.simulators.kbo;

import java.io.IOException;
import java.io.Writer;

/** The code file of the invented register: the codes it uses, and as many of NACE as there are. */
final class Codes {

    private static final int NACE = 10_400;

    private static final String WORDS =
            """
            Language|0|FR|inconnu
            Language|0|NL|Onbekend
            Language|1|FR|français
            Language|1|NL|Frans
            Language|2|FR|néerlandais
            Language|2|NL|Nederlands
            Language|3|FR|allemand
            Language|3|NL|Duits
            Language|4|FR|anglais
            Language|4|NL|Engels
            Status|AC|FR|Actif
            Status|AC|NL|Actief
            TypeOfEnterprise|1|FR|Personne physique
            TypeOfEnterprise|1|NL|Natuurlijk persoon
            TypeOfEnterprise|2|FR|Personne morale
            TypeOfEnterprise|2|NL|Rechtspersoon
            JuridicalSituation|000|DE|gewöhnlicher Zustand
            JuridicalSituation|000|FR|Situation normale
            JuridicalSituation|000|NL|Normale toestand
            JuridicalSituation|050|DE|Konkurseröffnung
            JuridicalSituation|050|FR|Ouverture de faillite
            JuridicalSituation|050|NL|Opening faillissement
            JuridicalForm|008|FR|Société coopérative à responsabilité limitée
            JuridicalForm|008|NL|Coöperatieve vennootschap met beperkte aansprakelijkheid
            JuridicalForm|012|FR|Société en commandite
            JuridicalForm|012|NL|Commanditaire vennootschap
            JuridicalForm|014|FR|Société anonyme
            JuridicalForm|014|NL|Naamloze vennootschap
            JuridicalForm|015|FR|Société privée à responsabilité limitée
            JuridicalForm|015|NL|Besloten vennootschap met beperkte aansprakelijkheid
            JuridicalForm|017|FR|Association sans but lucratif
            JuridicalForm|017|NL|Vereniging zonder winstoogmerk
            JuridicalForm|116|FR|Centre public d’action sociale
            JuridicalForm|116|NL|Openbaar centrum voor maatschappelijk welzijn
            JuridicalForm|610|DE|Gesellschaft mit beschränkter Haftung
            JuridicalForm|610|FR|Société à responsabilité limitée
            JuridicalForm|610|NL|Besloten vennootschap
            JuridicalForm|706|FR|Société coopérative
            JuridicalForm|706|NL|Coöperatieve vennootschap
            TypeOfDenomination|001|FR|Dénomination
            TypeOfDenomination|001|NL|Naam
            TypeOfDenomination|002|FR|Abréviation
            TypeOfDenomination|002|NL|Afkorting
            TypeOfDenomination|003|FR|Dénomination commerciale
            TypeOfDenomination|003|NL|Commerciële naam
            TypeOfAddress|BAET|FR|Unité d’établissement
            TypeOfAddress|BAET|NL|Vestigingseenheid
            TypeOfAddress|REGO|FR|Siège
            TypeOfAddress|REGO|NL|Zetel
            ContactType|EMAIL|FR|Adresse e-mail
            ContactType|EMAIL|NL|E-mailadres
            ContactType|TEL|FR|Numéro de téléphone
            ContactType|TEL|NL|Telefoonnummer
            ContactType|WEB|FR|Adresse web
            ContactType|WEB|NL|Webadres
            EntityContact|ENT|FR|Entreprise
            EntityContact|ENT|NL|Onderneming
            """;

    private Codes() {}

    /** The number of a language in this code file. */
    static String language(String iso) {
        return switch (iso) {
            case "fr" -> "1";
            case "nl" -> "2";
            case "de" -> "3";
            case "en" -> "4";
            default -> "0";
        };
    }

    /** All codes; those of NACE, which nothing here uses, only to have as many as there are. */
    static void write(Writer out, boolean nace) throws IOException {
        out.write("\"Category\",\"Code\",\"Language\",\"Description\"\n");
        for (String line : WORDS.lines().toList()) {
            out.write("\"" + line.replace("|", "\",\"") + "\"\n");
        }
        for (int i = 0; nace && i < NACE; i++) {
            String code = "%05d".formatted(i * 9);
            out.write("\"Nace2025\",\"%s\",\"FR\",\"Activité %s\"\n".formatted(code, code));
            out.write("\"Nace2025\",\"%s\",\"NL\",\"Activiteit %s\"\n".formatted(code, code));
        }
    }
}
