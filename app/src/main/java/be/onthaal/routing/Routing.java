// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.routing;

import be.onthaal.access.UnitId;
import be.onthaal.database.Outage;
import be.onthaal.decisions.Why;
import be.onthaal.organisation.Unit;
import be.onthaal.organisation.Units;
import be.onthaal.routing.Rulebook.Edition;
import be.onthaal.routing.internal.MailWords;
import be.onthaal.routing.internal.RoutingTable;
import be.onthaal.routing.internal.RuleStore;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Asks the rules where a mail goes, and always answers. Whatever goes wrong in here goes wrong
 * within a savepoint: the mail then stays with the unit of its mailbox and the reason is kept.
 */
@Service
public class Routing {

    private static final Logger log = LoggerFactory.getLogger(Routing.class);

    private final RuleStore store;
    private final Units units;
    private final RoutingTable table;
    private final TransactionTemplate within;

    Routing(
            RuleStore store,
            Units units,
            RoutingTable table,
            PlatformTransactionManager transactions) {
        this.store = store;
        this.units = units;
        this.table = table;
        this.within = new TransactionTemplate(transactions);
        this.within.setPropagationBehavior(TransactionDefinition.PROPAGATION_NESTED);
    }

    /** The rules as they are now, read once for some mails. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Rulebook rulebook() {
        return guarded(this::read, Rulebook::unreadable);
    }

    /** Where a mail goes, by the first rule that fits and can decide. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Route route(Rulebook book, IncomingMail mail) {
        if (!book.problem().isEmpty()) {
            return Route.failed(book.problem());
        }
        return book.tells()
                ? guarded(() -> decide(book, mail), Route::failed)
                : Route.none(List.of());
    }

    /** The same, with all that fitted: the first of them had its turn. */
    Tried attempt(Rulebook book, IncomingMail mail) {
        var words = new MailWords(mail);
        List<Route.Rule> fitting = new ArrayList<>();
        for (RoutingRule rule : book.rules()) {
            if (rule.wish().active() && words.fits(rule.wish().conditions()).isPresent()) {
                fitting.add(rule.named());
            }
        }
        return new Tried(route(book, mail), fitting);
    }

    /** What would happen with a mail, and every rule that fitted. */
    record Tried(Route route, List<Route.Rule> fitting) {}

    private Rulebook read() {
        List<RoutingRule> rules = store.rules();
        Map<UnitId, String> open =
                rules.isEmpty()
                        ? Map.of()
                        : units.list().stream().collect(Collectors.toMap(Unit::id, Unit::name));
        return new Rulebook(Edition.NONE, rules, open, "");
    }

    private Route decide(Rulebook book, IncomingMail mail) {
        var words = new MailWords(mail);
        List<Route.Passed> passed = new ArrayList<>();
        for (RoutingRule rule : book.rules()) {
            if (!rule.wish().active()) {
                continue;
            }
            Optional<List<Match>> matches = words.fits(rule.wish().conditions());
            if (matches.isEmpty()) {
                continue;
            }
            switch (rule.wish().target()) {
                case Target.Stay stay -> {
                    return by(rule, Optional.empty(), matches.get(), Optional.empty(), passed);
                }
                case Target.ToUnit(UnitId unit) when book.open().containsKey(unit) -> {
                    return by(rule, Optional.of(unit), matches.get(), Optional.empty(), passed);
                }
                case Target.ToUnit ended -> passed.add(passed(rule, "unit-ended"));
                case Target.ByTable asked -> {
                    switch (table.ask(mail, words, book.open())) {
                        case RoutingTable.Answer.Unit(UnitId unit, Why why) -> {
                            return by(
                                    rule,
                                    Optional.of(unit),
                                    matches.get(),
                                    Optional.of(why),
                                    passed);
                        }
                        case RoutingTable.Answer.Silent(String reason) ->
                                passed.add(passed(rule, reason));
                    }
                }
            }
        }
        return Route.none(passed);
    }

    private static Route by(
            RoutingRule rule,
            Optional<UnitId> unit,
            List<Match> matches,
            Optional<Why> table,
            List<Route.Passed> passed) {
        return new Route(
                Route.Kind.RULE,
                Optional.of(rule.named()),
                unit,
                rule.wish().extras(),
                matches,
                table,
                passed,
                "");
    }

    private static Route.Passed passed(RoutingRule rule, String reason) {
        return new Route.Passed(rule.named(), reason);
    }

    /** What is away for a while is no reason to send mail elsewhere: it is asked again then. */
    private <T> T guarded(Supplier<T> work, java.util.function.Function<String, T> otherwise) {
        try {
            return java.util.Objects.requireNonNull(within.execute(status -> work.get()));
        } catch (RuntimeException failure) {
            if (Outage.isBehind(failure)) {
                throw failure;
            }
            String name = failure.getClass().getSimpleName();
            log.warn("The routing rules could not be asked: {}", name);
            return otherwise.apply(name);
        }
    }
}
