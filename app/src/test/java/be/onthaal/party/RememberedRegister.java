// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.party;

import be.onthaal.common.Message;
import be.onthaal.common.NationalNumber;
import be.onthaal.common.PartialDate;
import be.onthaal.party.register.AddressQuestion;
import be.onthaal.party.register.Answer;
import be.onthaal.party.register.ChangeBatch;
import be.onthaal.party.register.Coded;
import be.onthaal.party.register.Dated;
import be.onthaal.party.register.FoundPerson;
import be.onthaal.party.register.Household;
import be.onthaal.party.register.NameQuestion;
import be.onthaal.party.register.Notice;
import be.onthaal.party.register.Occasion;
import be.onthaal.party.register.PersonChanges;
import be.onthaal.party.register.PersonName;
import be.onthaal.party.register.PersonRegister;
import be.onthaal.party.register.RegisterKey;
import be.onthaal.party.register.RegisteredPerson;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A register in memory that behaves as the repertory of MAGDA: what was told comes again until its
 * receipt is given, and it may be away.
 */
public final class RememberedRegister implements PersonRegister, PersonChanges {

    final Set<NationalNumber> followed = new HashSet<>();
    private final Map<NationalNumber, String> names = new HashMap<>();
    private final List<NationalNumber> waiting = new ArrayList<>();
    private int told;
    boolean away;
    boolean refuses;

    /** Does not answer questions about people. */
    boolean silent;

    /** Does not answer questions about these people. */
    final Set<NationalNumber> withheld = new HashSet<>();

    /** Somebody's new number, under which he is answered. */
    Optional<NationalNumber> successor = Optional.empty();

    private int asked;

    /** How often somebody was asked about. */
    public int asked() {
        return asked;
    }

    /** Somebody is called so from now on; whoever follows him is told. */
    public void holds(NationalNumber number, String familyName) {
        names.put(number, familyName);
        if (followed.contains(number)) {
            waiting.add(number);
        }
    }

    @Override
    public Answer<Boolean> follow(NationalNumber whom, Period period, Occasion occasion) {
        if (away) {
            return unavailable();
        }
        return new Answer.Given<>(!refuses && followed.add(whom), List.of());
    }

    @Override
    public Answer<Boolean> unfollow(NationalNumber whom, Occasion occasion) {
        return new Answer.Given<>(followed.remove(whom), List.of());
    }

    @Override
    public Answer<ChangeBatch> next(Optional<String> receipt, Occasion occasion) {
        if (receipt.isPresent()) {
            if (!receipt.get().equals("r" + told)) {
                return new Answer.Refused<>(List.of());
            }
            waiting.clear();
        }
        if (waiting.isEmpty()) {
            return new Answer.Given<>(new ChangeBatch(Optional.empty(), List.of()), List.of());
        }
        told++;
        return new Answer.Given<>(
                new ChangeBatch(
                        Optional.of("r" + told),
                        waiting.stream().map(RememberedRegister::change).toList()),
                List.of());
    }

    @Override
    public Answer<RegisteredPerson> person(NationalNumber whom, Occasion occasion) {
        if (away) {
            return unavailable();
        }
        asked++;
        String name = names.get(whom);
        if (silent || withheld.contains(whom)) {
            return new Answer.Refused<>(List.of());
        }
        return name == null
                ? new Answer.NotFound<>(List.of())
                : new Answer.Given<>(person(successor.orElse(whom), name), List.of());
    }

    @Override
    public Answer<RegisteredPerson> history(
            NationalNumber whom, LocalDate since, Occasion occasion) {
        return person(whom, occasion);
    }

    @Override
    public Answer<Household> household(NationalNumber whom, Occasion occasion) {
        return new Answer.NotFound<>(List.of());
    }

    @Override
    public Answer<List<Household>> households(
            NationalNumber whom, LocalDate since, Occasion occasion) {
        return new Answer.NotFound<>(List.of());
    }

    @Override
    public Answer<List<FoundPerson>> at(AddressQuestion address, Occasion occasion) {
        return new Answer.NotFound<>(List.of());
    }

    @Override
    public Answer<List<FoundPerson>> named(NameQuestion name, Occasion occasion) {
        return new Answer.NotFound<>(List.of());
    }

    private static ChangeBatch.PersonChange change(NationalNumber number) {
        return new ChangeBatch.PersonChange(
                "m" + number.value(),
                new RegisterKey(number.value()),
                Optional.empty(),
                Optional.empty(),
                new Coded("M", "Mutatie"),
                List.of());
    }

    private static RegisteredPerson person(NationalNumber number, String familyName) {
        var name =
                new Dated<>(
                        new PersonName(List.of(familyName), List.of("Lies"), Optional.empty()),
                        Optional.of(new PartialDate(2026, 1, 1)),
                        Optional.empty());
        return new RegisteredPerson(
                new RegisterKey(number.value()),
                Optional.empty(),
                new RegisteredPerson.Identity(
                        List.of(name), List.of(), List.of(), List.of(), List.of()),
                new RegisteredPerson.Situation(
                        List.of(), List.of(), List.of(), List.of(), List.of()),
                List.of(),
                new RegisteredPerson.Family(List.of(), List.of(), List.of(), List.of(), List.of()),
                List.of());
    }

    private static <T> Answer<T> unavailable() {
        return new Answer.Unavailable<>(
                new Notice(Notice.Severity.ERROR, "away", "TEST", Message.of("error.later")),
                Optional.empty());
    }
}
