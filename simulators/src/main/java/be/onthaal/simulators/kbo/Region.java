// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.simulators.kbo;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** Where the invented enterprises are: municipalities with their language and postcode. */
public record Region(List<Municipality> municipalities) {

    private static final List<String> DUTCH_BEGIN =
            List.of(
                    "Ooster", "Wester", "Neder", "Opper", "Groot", "Klein", "Water", "Hei", "Meers",
                    "Lange", "Ten", "Hoge", "Vel", "Bos", "Berg");
    private static final List<String> DUTCH_END =
            List.of(
                    "zele", "gem", "hout", "beek", "kerke", "broek", "dorp", "lo", "akker",
                    "voorde");
    private static final List<String> FRENCH_BEGIN =
            List.of(
                    "Villers",
                    "Mont",
                    "Fontaine",
                    "Bois",
                    "Roche",
                    "Pont",
                    "Marche",
                    "Saint-Éloi",
                    "Haute",
                    "Basse",
                    "Val",
                    "Neuf");
    private static final List<String> FRENCH_END =
            List.of(
                    "-la-Ville",
                    "-sur-Meuse",
                    "-le-Temple",
                    "-en-Condroz",
                    "-les-Bois",
                    "-l’Étang",
                    "-au-Pont",
                    "-sous-Thuin");

    public Region {
        municipalities = List.copyOf(municipalities);
    }

    /** A municipality; one of Brussels has a French name beside its Dutch one. */
    public record Municipality(String postcode, String dutch, String french, String language) {}

    /** The demo town and its neighbours. */
    public static Region aroundMortsel() {
        List<Municipality> towns = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            towns.add(dutch("2640", "Mortsel"));
        }
        towns.addAll(
                List.of(
                        dutch("2650", "Edegem"),
                        dutch("2600", "Berchem"),
                        dutch("2530", "Boechout"),
                        dutch("2540", "Hove"),
                        dutch("2550", "Kontich"),
                        dutch("2140", "Borgerhout")));
        return new Region(towns);
    }

    /** A country: a few real cities among a thousand invented municipalities. */
    public static Region country() {
        List<Municipality> all = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            all.add(new Municipality("1000", "Brussel", "Bruxelles", "nl"));
            all.add(new Municipality("1000", "Brussel", "Bruxelles", "fr"));
            all.add(dutch("2000", "Antwerpen"));
            all.add(dutch("9000", "Gent"));
            all.add(french("4000", "Liège"));
        }
        var chance = new SplittableRandom(9_999);
        for (int postcode = 1_300; postcode < 10_000; postcode += 8) {
            String code = String.valueOf(postcode);
            boolean walloon = postcode < 1_500 || (postcode >= 4_000 && postcode < 8_000);
            boolean german = postcode >= 4_700 && postcode < 4_800;
            if (german) {
                all.add(new Municipality(code, "Sankt Anders", "Saint-Anders", "de"));
            } else if (walloon) {
                all.add(french(code, pick(FRENCH_BEGIN, chance) + pick(FRENCH_END, chance)));
            } else {
                all.add(dutch(code, pick(DUTCH_BEGIN, chance) + pick(DUTCH_END, chance)));
            }
        }
        return new Region(all);
    }

    private static Municipality dutch(String postcode, String name) {
        return new Municipality(postcode, name, name, "nl");
    }

    private static Municipality french(String postcode, String name) {
        return new Municipality(postcode, name, name, "fr");
    }

    private static String pick(List<String> from, SplittableRandom chance) {
        return from.get(chance.nextInt(from.size()));
    }
}
