// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.simulators.magda;

import be.onthaal.simulators.magda.Envelopes.Remark;
import be.onthaal.simulators.magda.Resident.Trait;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/** An invented Mortsel: who asks about its people gets the answer that MAGDA would give. */
final class Town implements Source {

    private static final Remark NOBODY =
            new Remark("30001", "FOUT", "RR", "Geen gegevens gevonden voor de vraag");
    private static final Remark AWAY =
            new Remark("99996", "FOUT", "MAGDA", "Bron is tijdelijk niet beschikbaar");

    private final List<Resident> people = TownPeople.all();
    private final PersonAnswers persons = new PersonAnswers(people);
    private final FamilyAnswers families = new FamilyAnswers(people);
    private final BusinessAnswers businesses = new BusinessAnswers(Business.all(people));
    private final Repertory repertory = new Repertory(people);

    @Override
    public Tree answer(Asked asked) {
        return switch (asked.service()) {
            case "GeefPersoon" ->
                    about(asked, (tree, one) -> persons.now(tree, repertory.now(one)));
            case "GeefHistoriekPersoon" -> about(asked, persons::history);
            case "GeefGezinssamenstelling" -> about(asked, families::now);
            case "GeefHistoriekGezinssamenstelling" -> about(asked, families::history);
            case "GeefSociaalStatuut" ->
                    about(asked, (tree, one) -> SocialAnswers.statuses(tree, one, asked));
            case "GeefLeefloonbedragen" -> livingWage(asked);
            case "ZoekPersoonOpAdres" -> found(asked, persons.at(asked));
            case "ZoekPersoonOpNaam" -> found(asked, persons.named(asked));
            case "GeefOnderneming" -> given(asked, businesses.one(asked));
            case "ZoekOnderneming" -> given(asked, businesses.search(asked));
            case "GeefFuncties" -> given(asked, businesses.functions(asked));
            case "RegistreerInschrijving" -> repertory.follow(asked);
            case "RegistreerUitschrijving" -> repertory.unfollow(asked);
            case "GeefPersoonMutatiesNotificaties" -> repertory.changes(asked);
            default -> Envelopes.fault("soapenv:Server", "No service " + asked.service());
        };
    }

    private Tree about(Asked asked, BiConsumer<Tree, Resident> writer) {
        Optional<Resident> found = find(asked);
        if (found.isEmpty()) {
            return Envelopes.nothing(asked, NOBODY);
        }
        Resident resident = found.get();
        if (resident.trait() == Trait.UNAVAILABLE) {
            return Envelopes.refused(asked, AWAY);
        }
        return Envelopes.answer(
                asked, remarks(resident), content -> writer.accept(content, resident));
    }

    private Tree livingWage(Asked asked) {
        return find(asked).filter(one -> one.trait() == Trait.LIVING_WAGE).isPresent()
                ? about(asked, (tree, one) -> SocialAnswers.livingWage(tree, one, asked))
                : Envelopes.nothing(asked, NOBODY);
    }

    private Tree found(Asked asked, List<Resident> found) {
        return found.isEmpty()
                ? Envelopes.nothing(asked, NOBODY)
                : Envelopes.answer(asked, List.of(), content -> persons.found(content, found));
    }

    private static Tree given(Asked asked, Optional<Consumer<Tree>> content) {
        return content.map(writer -> Envelopes.answer(asked, List.of(), writer))
                .orElseGet(() -> Envelopes.nothing(asked, NOBODY));
    }

    private Optional<Resident> find(Asked asked) {
        String number = asked.value("INSZ");
        return people.stream().filter(one -> one.insz().equals(number)).findFirst();
    }

    private static List<Remark> remarks(Resident resident) {
        return switch (resident.trait()) {
            case RENUMBERED ->
                    List.of(
                            remark(
                                    "30004",
                                    "WAARSCHUWING",
                                    "Persoon heeft een nieuw INSZ verkregen"));
            case FILTERED ->
                    List.of(remark("15021", "WAARSCHUWING", "Data uitgefilterd door autorisatie"));
            case UNKNOWN_CODE ->
                    List.of(
                            remark(
                                    "99984",
                                    "WAARSCHUWING",
                                    "Magda beschrijving voor code niet aanwezig"));
            case MORE ->
                    List.of(
                            remark(
                                    "30042",
                                    "INFORMATIE",
                                    "Meerdere voorkomens aanwezig bij de bron"));
            default -> List.of();
        };
    }

    private static Remark remark(String code, String kind, String diagnosis) {
        return new Remark(code, kind, "MAGDA", diagnosis);
    }
}
