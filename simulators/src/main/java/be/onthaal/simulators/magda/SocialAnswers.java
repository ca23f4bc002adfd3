// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.simulators.magda;

import be.onthaal.simulators.magda.Resident.Trait;
import java.time.YearMonth;

/** Writes the social data of people of the invented town. */
final class SocialAnswers {

    private static final String OCMW_MORTSEL = "0212200861";
    private static final String AMOUNT = "1288.46";

    private SocialAnswers() {}

    static void statuses(Tree content, Resident one, Asked asked) {
        Tree list = content.branch("Persoon").leaf("INSZ", one.insz()).branch("SocialeStatuten");
        for (String status : asked.values("SociaalStatuut", "Naam")) {
            boolean applies = applies(one, status);
            Tree answer = list.branch("SociaalStatuut").leaf("Naam", status);
            answer.coded(
                    "Resultaat",
                    applies ? "1" : "0",
                    applies ? "Van toepassing" : "Niet van toepassing");
            if (applies) {
                answer.branch("Periodes").branch("Periode").leaf("Begindatum", "2026-01-01");
            }
        }
    }

    private static boolean applies(Resident one, String status) {
        return switch (status) {
            case "BIM_BVT", "BIM_BVT_IN_FAMILY" ->
                    one.trait() == Trait.RAISED_COMPENSATION || one.trait() == Trait.LIVING_WAGE;
            case "LIVING_WAGES_PCSA_HELP", "PCSA_AND_BIM_HELP" -> one.trait() == Trait.LIVING_WAGE;
            default -> false;
        };
    }

    /** The same amount for the first half of each year that is asked. */
    static void livingWage(Tree content, Resident one, Asked asked) {
        Tree list = content.branch("Leefloonbedragen");
        int year = Integer.parseInt(asked.value("Jaar"));
        String back = asked.value("AantalJaarTerug");
        int years = back.isEmpty() ? 0 : Integer.parseInt(back);
        for (int asOf = year - years; asOf <= year; asOf++) {
            Tree allowance =
                    list.branch("Leefloonbedrag")
                            .leaf("Jaar", String.valueOf(asOf))
                            .branch("Tegemoetkoming");
            allowance
                    .branch("Jaarlijks")
                    .attribute("Jaar", String.valueOf(asOf))
                    .branch("Leefloon")
                    .leaf("Bedrag", "7730.76")
                    .leaf("TweedeGerechtigde", "0")
                    .leaf("AantalMaandenZonderToelage", "6")
                    .leaf("MaximumLeefloonGekregen", "1");
            Tree months = allowance.branch("Maandelijks");
            for (int month = 1; month <= 6; month++) {
                payment(months.branch("Maand"), YearMonth.of(asOf, month), one);
            }
        }
    }

    private static void payment(Tree place, YearMonth month, Resident one) {
        place.attribute("JaarMaand", month.toString());
        Tree payment =
                place.branch("LeefloonPerPeriode")
                        .attribute("LaatsteUitbetaling", "1")
                        .branch("LeefloonPeriode")
                        .attribute("ID", month.atDay(1).toString().replace("-", ""))
                        .leaf("Bedrag", AMOUNT);
        payment.branch("Periode")
                .leaf("Begin", month.atDay(1).toString())
                .leaf("Einde", month.atEndOfMonth().toString());
        payment.branch("Begunstigde").leaf("INSZ", one.insz());
        payment.branch("Partner").leaf("TweedeGerechtigde", "0");
        payment.branch("OCMW")
                .leaf("Ondernemingsnummer", OCMW_MORTSEL)
                .leaf("Bestand", month.atDay(1).toString().replace("-", ""))
                .leaf("Suffix", "0");
        payment.leaf("MaximumLeefloonGekregen", "1");
    }
}
