// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.desk;

import be.onthaal.access.Callers;
import be.onthaal.common.NationalNumber;
import be.onthaal.common.Refused;
import be.onthaal.party.Detail;
import be.onthaal.party.Households;
import be.onthaal.party.NewParty;
import be.onthaal.party.OwnFile;
import be.onthaal.party.Parties;
import be.onthaal.party.Party;
import be.onthaal.party.PartyId;
import be.onthaal.party.RegisterFacts;
import be.onthaal.party.register.AddressQuestion;
import be.onthaal.party.register.Answer;
import be.onthaal.party.register.FoundPerson;
import be.onthaal.party.register.Household;
import be.onthaal.party.register.NameQuestion;
import be.onthaal.party.register.Occasion;
import be.onthaal.party.register.PersonName;
import be.onthaal.party.register.PersonRegister;
import be.onthaal.party.register.RegisteredAddress;
import be.onthaal.party.register.RegisteredPerson;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Service;

/**
 * Asks the register of persons, which is outside: no transaction is open meanwhile, the register
 * logs each question before it answers, and the counter goes on when it does not.
 */
@Service
class RegisterDesk {

    private static final String SOURCE = "RIJKSREGISTER";

    private final PersonRegister register;
    private final RegisterFacts facts;
    private final Households households;
    private final OwnFile ownFile;
    private final Parties parties;

    RegisterDesk(
            PersonRegister register,
            RegisterFacts facts,
            Households households,
            OwnFile ownFile,
            Parties parties) {
        this.ownFile = ownFile;
        this.households = households;
        this.register = register;
        this.facts = facts;
        this.parties = parties;
    }

    /** Renews what we hold of a customer. */
    RegisterPage renew(PartyId id) {
        Party party = asked(id);
        NationalNumber number = number(party);
        Answer<RegisteredPerson> answer = register.person(number, occasion(party.id()));
        Set<Detail.Kind> changed =
                answer instanceof Answer.Given<RegisteredPerson> given
                                && isAbout(given.data(), number)
                        ? facts.take(party.id(), given.data())
                        : Set.of();
        return new RegisterPage(
                Optional.of(parties.get(id)),
                answer.notices(),
                changed,
                List.of(),
                List.of(),
                RegisterPage.Asked.NOTHING);
    }

    /** With whom he lives; shown, and kept when somebody asks for it. */
    RegisterPage household(PartyId id) {
        Party party = asked(id);
        Answer<Household> answer = register.household(number(party), occasion(party.id()));
        List<Household.Member> members =
                answer instanceof Answer.Given<Household> given
                        ? given.data().members().stream().map(one -> one.value()).toList()
                        : List.of();
        return new RegisterPage(
                Optional.of(party),
                answer.notices(),
                Set.of(),
                members,
                List.of(),
                RegisterPage.Asked.NOTHING);
    }

    /**
     * Keeps with whom he lives: asked again, since what comes from a page is not the register.
     *
     * @return with how many; empty when the register had no answer
     */
    Optional<Integer> keepHousehold(PartyId id) {
        Party party = asked(id);
        return register.household(number(party), occasion(party.id()))
                        instanceof Answer.Given<Household> given
                ? Optional.of(households.take(party.id(), given.data()))
                : Optional.empty();
    }

    /** Who is called so, when he is not among the customers. */
    RegisterPage named(RegisterPage.Typed typed, NameQuestion question) {
        Answer<List<FoundPerson>> answer = register.named(question, Occasion.of(Callers.current()));
        List<FoundPerson> found =
                answer instanceof Answer.Given<List<FoundPerson>> given ? given.data() : List.of();
        return new RegisterPage(
                Optional.empty(),
                answer.notices(),
                Set.of(),
                List.of(),
                found,
                new RegisterPage.Asked(typed, Map.of()));
    }

    /** Who lives at an address. */
    RegisterPage at(AddressQuestion question) {
        return found(Optional.empty(), register.at(question, Occasion.of(Callers.current())));
    }

    /** Who else is registered where a customer lives, by what the register says of that now. */
    RegisterPage sameAddress(PartyId id) {
        Party party = asked(id);
        Occasion occasion = occasion(party.id());
        Answer<RegisteredPerson> answer = register.person(number(party), occasion);
        Optional<AddressQuestion> question =
                answer instanceof Answer.Given<RegisteredPerson> given
                        ? given.data().residence().flatMap(home -> question(home.value()))
                        : Optional.empty();
        return question.map(address -> found(Optional.of(party), register.at(address, occasion)))
                .orElseGet(() ->
                        new RegisterPage(
                                Optional.of(party),
                                answer.notices(),
                                Set.of(),
                                List.of(),
                                List.of(),
                                RegisterPage.Asked.NOTHING));
    }

    private static Optional<AddressQuestion> question(RegisteredAddress home) {
        RegisteredAddress.Street street = home.street();
        return street.code()
                .filter(code -> street.number().isPresent() && home.town().postcode().isPresent())
                .map(code ->
                        new AddressQuestion(
                                home.town().postcode().orElseThrow(),
                                code,
                                street.number().orElseThrow(),
                                street.box(),
                                false));
    }

    private static RegisterPage found(Optional<Party> party, Answer<List<FoundPerson>> answer) {
        List<FoundPerson> found =
                answer instanceof Answer.Given<List<FoundPerson>> given ? given.data() : List.of();
        return new RegisterPage(
                party, answer.notices(), Set.of(), List.of(), found, RegisterPage.Asked.NOTHING);
    }

    /**
     * Makes a customer of somebody in the register, or meets him when we know his number: asked
     * again, since what comes from a page is not the register.
     */
    RegisterPage take(NationalNumber number) {
        NewParty.Identity identity = NewParty.Identity.NONE.and(Optional.of(number), SOURCE);
        parties.refuseOwn(identity);
        Answer<RegisteredPerson> answer = register.person(number, Occasion.of(Callers.current()));
        return answer instanceof Answer.Given<RegisteredPerson> given
                        && isAbout(given.data(), number)
                ? taken(identity, number, given)
                : found(Optional.empty(), new Answer.NotFound<>(answer.notices()));
    }

    private RegisterPage taken(
            NewParty.Identity identity,
            NationalNumber number,
            Answer.Given<RegisteredPerson> given) {
        PartyId id =
                parties.register(
                        new NewParty(
                                Party.Kind.PERSON,
                                given.data()
                                        .name()
                                        .map(PersonName::display)
                                        .filter(name -> !name.isEmpty())
                                        .orElse(number.display()),
                                Optional.empty(),
                                Optional.empty(),
                                "nl",
                                SOURCE,
                                identity));
        Set<Detail.Kind> changed = facts.take(id, given.data());
        return new RegisterPage(
                Optional.of(parties.consult(id)),
                given.notices(),
                changed,
                List.of(),
                List.of(),
                RegisterPage.Asked.NOTHING);
    }

    /** Nobody asks a register about himself, or about those near to him. */
    private Party asked(PartyId id) {
        ownFile.refuse(List.of(id));
        return parties.consult(id);
    }

    /** A replaced number is answered with the facts of its successor, and a notice that says so. */
    private static boolean isAbout(RegisteredPerson person, NationalNumber number) {
        return person.key().national().equals(Optional.of(number));
    }

    private static NationalNumber number(Party party) {
        return party.nationalNumber().orElseThrow(() -> new Refused("party.no-national-number"));
    }

    private static Occasion occasion(PartyId id) {
        return Occasion.of(Callers.current()).about(id.value());
    }
}
