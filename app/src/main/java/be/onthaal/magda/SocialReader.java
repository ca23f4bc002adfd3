// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.magda;

import be.onthaal.party.register.LivingWage;
import be.onthaal.party.register.LivingWage.Kind;
import be.onthaal.party.register.LivingWage.Payment;
import be.onthaal.party.register.LivingWage.Total;
import be.onthaal.party.register.SocialStatuses;
import be.onthaal.party.register.SocialStatuses.Period;
import be.onthaal.party.register.SocialStatuses.Status;
import java.math.BigDecimal;
import java.time.Year;
import java.time.YearMonth;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Reads social statuses and living wages, as the KSZ gives them. */
final class SocialReader {

    private static final Optional<String> YES = Optional.of("1");

    private SocialReader() {}

    static SocialStatuses statuses(Node content) {
        Node person = content.need("Persoon");
        return new SocialStatuses(
                person.below("SocialeStatuten", "SociaalStatuut").stream()
                        .map(SocialReader::status)
                        .toList(),
                People.coded(person, "Status"));
    }

    private static Status status(Node node) {
        return new Status(
                node.needText("Naam"),
                People.coded(node.need("Resultaat")),
                node.below("Periodes", "Periode").stream().map(SocialReader::period).toList(),
                People.coded(node, "Status"));
    }

    private static Period period(Node node) {
        return new Period(
                node.day("Begindatum")
                        .orElseThrow(() -> new Unreadable("field", node.path() + "/Begindatum")),
                node.day("Einddatum"));
    }

    static List<LivingWage> livingWages(Node content) {
        return content.below("Leefloonbedragen", "Leefloonbedrag").stream()
                .map(SocialReader::livingWage)
                .toList();
    }

    private static LivingWage livingWage(Node node) {
        boolean paid = !node.text("Uitbetaling").equals(Optional.of("0"));
        List<Node> allowances = node.children("Tegemoetkoming");
        List<Total> totals =
                allowances.stream()
                        .flatMap(one -> one.children("Jaarlijks").stream())
                        .flatMap(SocialReader::totals)
                        .toList();
        List<Payment> payments =
                allowances.stream()
                        .flatMap(one -> one.below("Maandelijks", "Maand").stream())
                        .flatMap(SocialReader::payments)
                        .toList();
        return new LivingWage(year(node), paid, totals, payments);
    }

    private static Year year(Node node) {
        try {
            return Year.parse(node.needText("Jaar"));
        } catch (DateTimeParseException wrong) {
            throw new Unreadable("field", node.path() + "/Jaar");
        }
    }

    private static Stream<Total> totals(Node yearly) {
        return Stream.of(Kind.values())
                .flatMap(kind ->
                        yearly.children(name(kind)).stream()
                                .map(node ->
                                        new Total(
                                                kind,
                                                amount(node),
                                                node.text("TweedeGerechtigde").equals(YES),
                                                months(node))));
    }

    private static Optional<Integer> months(Node node) {
        return node.text("AantalMaandenZonderToelage")
                .map(text -> {
                    if (!text.matches("[0-9]{1,2}")) {
                        throw new Unreadable("field", node.path() + "/AantalMaandenZonderToelage");
                    }
                    return Integer.valueOf(text);
                });
    }

    private static Stream<Payment> payments(Node monthly) {
        YearMonth month = month(monthly);
        return Stream.of(Kind.values())
                .flatMap(kind ->
                        monthly.below(name(kind) + "PerPeriode", name(kind) + "Periode").stream()
                                .map(node ->
                                        new Payment(
                                                kind,
                                                month,
                                                amount(node),
                                                People.findKey(node, "Begunstigde", "INSZ"),
                                                People.findKey(
                                                        node, "OCMW", "Ondernemingsnummer"))));
    }

    private static YearMonth month(Node node) {
        try {
            return YearMonth.parse(node.attribute("JaarMaand").orElse(""));
        } catch (DateTimeParseException wrong) {
            throw new Unreadable("field", node.path() + "/@JaarMaand");
        }
    }

    private static BigDecimal amount(Node node) {
        String text = node.needText("Bedrag");
        if (!text.matches("-?[0-9]{1,12}(\\.[0-9]{1,6})?")) {
            throw new Unreadable("field", node.path() + "/Bedrag");
        }
        return new BigDecimal(text);
    }

    private static String name(Kind kind) {
        return switch (kind) {
            case LIVING_WAGE -> "Leefloon";
            case EQUIVALENT -> "EquivalentLeefloon";
            case CHILD_BENEFIT -> "Kinderbijslag";
        };
    }
}
