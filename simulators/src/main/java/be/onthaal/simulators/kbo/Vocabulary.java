// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.simulators.kbo;

import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/**
 * Names of people, trades, brands and streets, drawn; rare ones are put together from syllables.
 */
final class Vocabulary {

    private static final List<String> GIVEN =
            List.of(
                    "Jan",
                    "An",
                    "Els",
                    "Tom",
                    "Bram",
                    "Sofie",
                    "Wouter",
                    "Lien",
                    "Koen",
                    "Hilde",
                    "Marc",
                    "Luc",
                    "Nathalie",
                    "Isabelle",
                    "Philippe",
                    "Chantal",
                    "Benoît",
                    "Aurélie",
                    "François",
                    "Céline",
                    "Mohamed",
                    "Fatima",
                    "Youssef",
                    "Emine",
                    "Mehmet",
                    "Agnieszka",
                    "Piotr",
                    "Elena",
                    "Ion",
                    "João",
                    "Günther",
                    "Heidi",
                    "José",
                    "Zoë",
                    "Noémie",
                    "Ilse");
    private static final List<String> FAMILY =
            List.of(
                    "Peeters",
                    "Janssens",
                    "Maes",
                    "Jacobs",
                    "Mertens",
                    "Willems",
                    "Claes",
                    "Goossens",
                    "Wouters",
                    "De Smet",
                    "Vermeulen",
                    "Van den Broeck",
                    "De Clercq",
                    "Van Damme",
                    "Hermans",
                    "Michiels",
                    "Dubois",
                    "Lambert",
                    "Dupont",
                    "Simon",
                    "Laurent",
                    "Leclercq",
                    "Renard",
                    "Lejeune",
                    "Gérard",
                    "Benali",
                    "El Amrani",
                    "Yilmaz",
                    "Kaya",
                    "Nowak",
                    "Popescu",
                    "Schmitz",
                    "Müller",
                    "D’Hooge",
                    "Van ’t Hof",
                    "Coppens",
                    "Desmet");
    private static final Map<String, List<String>> TRADES =
            Map.of(
                    "nl",
                    List.of(
                            "Bakkerij",
                            "Slagerij",
                            "Garage",
                            "Apotheek",
                            "Kapsalon",
                            "Bouwbedrijf",
                            "Schrijnwerkerij",
                            "Tuinen",
                            "Elektro",
                            "Dakwerken",
                            "Brasserie",
                            "Boekhandel",
                            "Bloemen",
                            "Taverne",
                            "Autohandel",
                            "Verzekeringen"),
                    "fr",
                    List.of(
                            "Boulangerie",
                            "Boucherie",
                            "Garage",
                            "Pharmacie",
                            "Salon de coiffure",
                            "Toitures",
                            "Menuiserie",
                            "Jardins",
                            "Électricité",
                            "Librairie",
                            "Brasserie",
                            "Fleurs",
                            "Café",
                            "Assurances",
                            "Construction"),
                    "de",
                    List.of("Bäckerei", "Metzgerei", "Autohaus", "Apotheke", "Bauunternehmen"));
    private static final Map<String, List<String>> ENDS =
            Map.of(
                    "nl", List.of("& Zonen", "& Co", "Gebroeders", "Invest", "Projects", "Service"),
                    "fr", List.of("& Fils", "Frères", "et Associés", "Invest", "Services"),
                    "de", List.of("& Söhne", "Gebrüder", "Handel"));
    private static final List<String> BUSINESS =
            List.of(
                    "Consult",
                    "Group",
                    "Invest",
                    "Solutions",
                    "Partners",
                    "Management",
                    "Trading",
                    "Immo",
                    "Design",
                    "Tech",
                    "Logistics",
                    "Holding",
                    "Belgium",
                    "Studio",
                    "Events");
    private static final List<String> BEGIN =
            List.of(
                    "ba", "be", "bo", "ca", "co", "da", "del", "di", "do", "el", "fa", "fi", "ga",
                    "go", "har", "in", "ka", "ko", "la", "lo", "ma", "me", "mi", "na", "no", "o",
                    "pa", "pro", "ra", "ro", "sa", "se", "so", "ta", "te", "tri", "u", "va", "ve",
                    "vi", "xe", "za");
    private static final List<String> MIDDLE =
            List.of(
                    "ba", "ca", "co", "den", "do", "fe", "ga", "go", "la", "le", "li", "lo", "lu",
                    "ma", "mo", "na", "ne", "ni", "no", "pa", "po", "ra", "ri", "ro", "sa", "si",
                    "so", "ta", "ti", "to", "ve", "vi");
    private static final List<String> FINISH =
            List.of(
                    "bel", "ck", "con", "dex", "din", "fit", "gor", "ka", "kens", "lex", "lin",
                    "mans", "mo", "nix", "ra", "ris", "ro", "rs", "sel", "ski", "sys", "ta", "tec",
                    "tix", "vas", "via", "x", "za");
    private static final Map<String, List<String>> STREETS =
            Map.of(
                    "nl",
                    List.of(
                            "Kerkstraat",
                            "Molenstraat",
                            "Stationsstraat",
                            "Schoolstraat",
                            "Dorpsplein",
                            "Veldstraat",
                            "Nieuwstraat",
                            "Lindelaan",
                            "Beukenlaan",
                            "Steenweg op Lier",
                            "Mechelsesteenweg",
                            "Bosweg",
                            "Kapelstraat",
                            "Guldensporenlaan"),
                    "fr",
                    List.of(
                            "Rue de l’Église",
                            "Rue du Moulin",
                            "Grand-Place",
                            "Avenue de la Gare",
                            "Rue des Écoles",
                            "Chaussée de Namur",
                            "Rue Haute",
                            "Place du Marché",
                            "Avenue des Tilleuls",
                            "Rue du Château",
                            "Quai de Meuse"),
                    "de",
                    List.of("Kirchstraße", "Bergstraße", "Hauptstraße", "Am Bach", "Marktplatz"));

    private Vocabulary() {}

    static String person(SplittableRandom chance) {
        return family(chance) + " " + pick(GIVEN, chance);
    }

    static String family(SplittableRandom chance) {
        return chance.nextInt(10) < 4 ? pick(FAMILY, chance) : capital(syllables(chance));
    }

    static String company(String language, SplittableRandom chance) {
        return switch (chance.nextInt(6)) {
            case 0 -> trade(language, chance) + " " + family(chance);
            case 1 -> family(chance) + " " + pick(of(ENDS, language), chance);
            case 2 -> trade(language, chance) + " " + capital(syllables(chance));
            case 3 -> capital(syllables(chance)) + " " + capital(syllables(chance));
            default -> capital(syllables(chance)) + " " + pick(BUSINESS, chance);
        };
    }

    static String shop(String language, SplittableRandom chance) {
        return trade(language, chance)
                + " "
                + (chance.nextBoolean() ? "" : "’t ")
                + capital(syllables(chance));
    }

    static String initials(String name) {
        var initials = new StringBuilder();
        for (String word : name.split("[^\\p{L}]+")) {
            if (!word.isEmpty()) {
                initials.append(word.charAt(0)).append('.');
            }
        }
        return initials.toString();
    }

    static String street(String language, SplittableRandom chance) {
        if (language.equals("nl") && chance.nextInt(3) == 0) {
            return capital(syllables(chance)) + "straat";
        }
        return pick(of(STREETS, language), chance);
    }

    private static String trade(String language, SplittableRandom chance) {
        return pick(of(TRADES, language), chance);
    }

    private static String syllables(SplittableRandom chance) {
        return pick(BEGIN, chance)
                + (chance.nextInt(3) > 0 ? pick(MIDDLE, chance) : "")
                + pick(MIDDLE, chance)
                + pick(FINISH, chance);
    }

    private static List<String> of(Map<String, List<String>> byLanguage, String language) {
        return byLanguage.getOrDefault(language, byLanguage.getOrDefault("nl", List.of()));
    }

    private static String capital(String word) {
        return Character.toUpperCase(word.charAt(0)) + word.substring(1);
    }

    private static String pick(List<String> from, SplittableRandom chance) {
        return from.get(chance.nextInt(from.size()));
    }
}
