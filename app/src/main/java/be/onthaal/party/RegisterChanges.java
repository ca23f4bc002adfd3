// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.party;

import be.onthaal.access.Callers;
import be.onthaal.common.NationalNumber;
import be.onthaal.party.register.Answer;
import be.onthaal.party.register.ChangeBatch;
import be.onthaal.party.register.Occasion;
import be.onthaal.party.register.PersonChanges;
import be.onthaal.party.register.PersonRegister;
import be.onthaal.party.register.RegisteredPerson;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Keeps customers as the national register knows them: follows whoever was taken from it, and
 * renews those of whom it says that something changed. What was told comes again until it is kept,
 * so that a crash or a source that is away loses nothing.
 */
@Component
class RegisterChanges {

    private static final Logger log = LoggerFactory.getLogger(RegisterChanges.class);
    private static final ZoneId BRUSSELS = ZoneId.of("Europe/Brussels");
    private static final int AT_ONCE = 50;
    private static final int BATCHES = 20;

    private final PersonChanges changes;
    private final PersonRegister register;
    private final RegisterFacts facts;
    private final Followed followed;
    private final Clock clock;

    RegisterChanges(
            PersonChanges changes,
            PersonRegister register,
            RegisterFacts facts,
            Followed followed,
            Clock clock) {
        this.changes = changes;
        this.register = register;
        this.facts = facts;
        this.followed = followed;
        this.clock = clock;
    }

    /**
     * Asks to be told about those who wait for it, and keeps what was told since.
     *
     * @return how many customers were renewed
     */
    int run() {
        follow();
        return listen();
    }

    private void follow() {
        var always =
                new PersonChanges.Period(
                        LocalDate.ofInstant(clock.instant(), BRUSSELS), Optional.empty());
        for (Followed.Person person : followed.wanted(AT_ONCE)) {
            switch (changes.follow(person.number(), always, about(person))) {
                case Answer.Given<Boolean> given ->
                        followed.settle(
                                person.id(),
                                given.data() ? Followed.State.FOLLOWED : Followed.State.REFUSED);
                case Answer.NotFound<Boolean> nobody ->
                        followed.settle(person.id(), Followed.State.REFUSED);
                case Answer.Refused<Boolean> refused ->
                        followed.settle(person.id(), Followed.State.REFUSED);
                case Answer.Unavailable<Boolean> away -> {
                    return;
                }
            }
        }
    }

    private int listen() {
        int renewed = 0;
        for (int batch = 0; batch < BATCHES; batch++) {
            if (!(next() instanceof Answer.Given<ChangeBatch> told)
                    || told.data().receipt().isEmpty()) {
                return renewed;
            }
            Set<NationalNumber> changed = new LinkedHashSet<>();
            told.data()
                    .changes()
                    .forEach(change -> change.person().national().ifPresent(changed::add));
            for (NationalNumber number : changed) {
                Optional<Followed.Person> person = followed.of(number);
                if (person.isPresent() && !renew(person.get())) {
                    return renewed;
                }
                renewed += person.isPresent() ? 1 : 0;
            }
            followed.keep(told.data().receipt().get());
        }
        return renewed;
    }

    /** A receipt that the source does not know any more is given once; then it tells all again. */
    private Answer<ChangeBatch> next() {
        Optional<String> receipt = followed.receipt();
        Answer<ChangeBatch> told = changes.next(receipt, Occasion.of(Callers.current()));
        if (receipt.isPresent() && !(told instanceof Answer.Unavailable<ChangeBatch>)) {
            followed.drop();
        }
        return told;
    }

    /**
     * False when the register is away or does not answer this authority, so that the change must
     * come again.
     */
    private boolean renew(Followed.Person person) {
        return switch (register.person(person.number(), about(person))) {
            case Answer.Given<RegisteredPerson> given -> {
                boolean same = given.data().key().national().equals(Optional.of(person.number()));
                if (same) {
                    facts.take(person.id(), given.data());
                } else {
                    facts.replaced(person.id());
                }
                yield true;
            }
            case Answer.NotFound<RegisteredPerson> nobody -> true;
            case Answer.Refused<RegisteredPerson> refused -> {
                log.warn("The register refuses what it tells of changes; they wait");
                yield false;
            }
            case Answer.Unavailable<RegisteredPerson> away -> false;
        };
    }

    private static Occasion about(Followed.Person person) {
        return Occasion.of(Callers.current()).about(person.id().value());
    }
}
