// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.party;

import be.onthaal.access.Callers;
import be.onthaal.common.NationalNumber;
import be.onthaal.common.OnthaalException;
import be.onthaal.party.register.Answer;
import be.onthaal.party.register.ChangeBatch;
import be.onthaal.party.register.Occasion;
import be.onthaal.party.register.PersonChanges;
import be.onthaal.party.register.PersonRegister;
import be.onthaal.party.register.RegisteredPerson;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import org.jooq.exception.DataAccessException;
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

    /** Between two questions about somebody of whom the register told nothing. */
    private static final Duration PAUSE = Duration.ofHours(4);

    /** What became of a change that was told. */
    private enum Renewal {
        DONE,
        /** It waits with us, so that those after it need not. */
        LATER,
        /** The register does not answer at all: it must tell again. */
        AWAY
    }

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
        return again() + listen();
    }

    /** Those of whom a change waits since long enough. */
    private int again() {
        int renewed = 0;
        for (Followed.Person person : followed.waiting(clock.instant().minus(PAUSE), AT_ONCE)) {
            Renewal renewal = renew(person);
            if (renewal == Renewal.AWAY) {
                return renewed;
            }
            renewed += renewal == Renewal.DONE ? 1 : 0;
        }
        return renewed;
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
                Optional<Renewal> renewal = person.map(this::renew);
                if (renewal.equals(Optional.of(Renewal.AWAY))) {
                    return renewed;
                }
                renewed += renewal.equals(Optional.of(Renewal.DONE)) ? 1 : 0;
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

    private Renewal renew(Followed.Person person) {
        try {
            return asked(person);
        } catch (OnthaalException | DataAccessException failure) {
            log.warn(
                    "What changed about a customer was not kept and is tried again: {}",
                    failure.getClass().getSimpleName());
            followed.later(person.id(), Followed.Problem.FAILED);
            return Renewal.LATER;
        }
    }

    private Renewal asked(Followed.Person person) {
        return switch (register.person(person.number(), about(person))) {
            case Answer.Given<RegisteredPerson> given -> {
                boolean same = given.data().key().national().equals(Optional.of(person.number()));
                if (same) {
                    facts.take(person.id(), given.data());
                } else {
                    facts.replaced(person.id());
                }
                followed.renewed(person.id());
                yield Renewal.DONE;
            }
            case Answer.NotFound<RegisteredPerson> nobody -> {
                followed.renewed(person.id());
                yield Renewal.DONE;
            }
            case Answer.Refused<RegisteredPerson> refused -> {
                log.warn("The register refuses what it told of a change; it is asked again");
                followed.later(person.id(), Followed.Problem.REFUSED);
                yield Renewal.LATER;
            }
            case Answer.Unavailable<RegisteredPerson> away -> Renewal.AWAY;
        };
    }

    private static Occasion about(Followed.Person person) {
        return Occasion.of(Callers.current()).about(person.id().value());
    }
}
