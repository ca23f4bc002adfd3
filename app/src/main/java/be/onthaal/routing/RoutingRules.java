// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.routing;

import be.onthaal.access.Caller;
import be.onthaal.access.Callers;
import be.onthaal.access.Permission;
import be.onthaal.access.UnitId;
import be.onthaal.audit.Audit;
import be.onthaal.audit.AuditEvent;
import be.onthaal.common.Conflict;
import be.onthaal.common.NotFound;
import be.onthaal.common.Refused;
import be.onthaal.database.Ids;
import be.onthaal.organisation.Unit;
import be.onthaal.organisation.UnitSucceeded;
import be.onthaal.organisation.Units;
import be.onthaal.routing.Rulebook.Edition;
import be.onthaal.routing.internal.RuleChecks;
import be.onthaal.routing.internal.RuleStore;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Keeps the rules of an authority. Who changes them says which edition he saw: when a colleague was
 * first, nothing is changed and he is told.
 */
@Service
public class RoutingRules {

    private final RuleStore store;
    private final Units units;
    private final Audit audit;
    private final Clock clock;

    RoutingRules(RuleStore store, Units units, Audit audit, Clock clock) {
        this.store = store;
        this.units = units;
        this.audit = audit;
        this.clock = clock;
    }

    /** The rules as they are now, for who keeps them and for who reads the mail. */
    @Transactional(readOnly = true)
    public Rulebook list() {
        if (!Callers.current().may(Permission.POST_VIEW)) {
            Callers.require(Permission.ADMINISTER);
        }
        return book();
    }

    /** Adds a rule below the others. */
    @Transactional
    public UUID add(int revision, RuleWish asked) {
        Rulebook book = locked(revision);
        if (book.rules().size() >= RuleChecks.MOST_RULES) {
            throw new Refused("routing.rules-many", RuleChecks.MOST_RULES);
        }
        RuleWish wish = checked(book, asked);
        var rule = new RoutingRule(Ids.next(), book.rules().size() + 1, wish);
        store.insert(rule);
        changed(book);
        record("routing.rule-added", rule, "after", words(wish));
        return rule.id();
    }

    /** Changes what a rule asks and does; it stays in its place. */
    @Transactional
    public void change(UUID id, int revision, RuleWish asked) {
        Rulebook book = locked(revision);
        RoutingRule before = rule(book, id);
        RuleWish wish = checked(book, asked);
        store.change(id, wish);
        changed(book);
        audit.record(
                event("routing.rule-changed", before)
                        .with("before", words(before.wish()))
                        .with("after", words(wish)));
    }

    /** Lets a rule be asked one place earlier, or one later. */
    @Transactional
    public void move(UUID id, int revision, boolean earlier) {
        Rulebook book = locked(revision);
        RoutingRule rule = rule(book, id);
        int to = rule.position() + (earlier ? -1 : 1);
        if (to < 1 || to > book.rules().size()) {
            return;
        }
        RoutingRule other = book.rules().get(to - 1);
        store.place(rule.id(), to);
        store.place(other.id(), rule.position());
        changed(book);
        record("routing.rule-moved", rule, "to", String.valueOf(to));
    }

    /** Has a rule asked again, or passed over. */
    @Transactional
    public void activate(UUID id, int revision, boolean active) {
        Rulebook book = locked(revision);
        RoutingRule rule = rule(book, id);
        store.change(id, rule.wish().active(active));
        changed(book);
        record("routing.rule-switched", rule, "active", String.valueOf(active));
    }

    /** Takes a rule away; what it sent before keeps its reason. */
    @Transactional
    public void remove(UUID id, int revision) {
        Rulebook book = locked(revision);
        RoutingRule rule = rule(book, id);
        store.remove(rule);
        changed(book);
        record("routing.rule-removed", rule, "before", words(rule.wish()));
    }

    /** The rules of a unit follow to its successor. */
    @EventListener
    void follow(UnitSucceeded succession) {
        List<UUID> followed = store.follow(succession.closed(), succession.successor());
        for (UUID id : followed) {
            audit.record(
                    AuditEvent.of("routing.rule-followed", subject(id))
                            .with("unit", succession.successor().toString()));
        }
    }

    private Rulebook book() {
        return new Rulebook(
                store.edition().orElse(Edition.NONE),
                store.rules(),
                units.list().stream().collect(Collectors.toMap(Unit::id, Unit::name)),
                "");
    }

    private Rulebook locked(int revision) {
        Caller caller = Callers.require(Permission.ADMINISTER);
        Edition edition = store.lock(clock.instant(), caller.name());
        if (edition.revision() != revision) {
            throw new Conflict(
                    "routing.changed", edition.by(), edition.at().orElseGet(clock::instant));
        }
        return book();
    }

    private void changed(Rulebook book) {
        store.changed(book.edition().revision() + 1, clock.instant(), Callers.current().name());
    }

    private static RuleWish checked(Rulebook book, RuleWish asked) {
        if (asked.target() instanceof Target.ToUnit(UnitId unit)
                && !book.open().containsKey(unit)) {
            throw new Refused("routing.unit-ended");
        }
        return RuleChecks.checked(asked);
    }

    private static RoutingRule rule(Rulebook book, UUID id) {
        return book.rule(id).orElseThrow(() -> new NotFound("routing.rule"));
    }

    private void record(String action, RoutingRule rule, String what, String value) {
        audit.record(event(action, rule).with(what, value));
    }

    private static AuditEvent event(String action, RoutingRule rule) {
        return AuditEvent.of(action, subject(rule.id()))
                .with("name", rule.wish().name())
                .with("position", String.valueOf(rule.position()));
    }

    private static AuditEvent.Subject subject(UUID id) {
        return AuditEvent.Subject.of("ROUTING_RULE", id);
    }

    /** What a rule asks and does, for the log. */
    private static String words(RuleWish wish) {
        Conditions asked = wish.conditions();
        return "name=%s active=%s senders=%s recipients=%s subject=%s text=%s attachments=%s case=%s%s language=%s target=%s extras=%s"
                .formatted(
                        wish.name(),
                        wish.active(),
                        asked.senders(),
                        asked.recipients(),
                        asked.subject(),
                        asked.text(),
                        asked.attachments().map(Enum::name).orElse(""),
                        asked.named().asked(),
                        asked.named().types(),
                        asked.language().map(Enum::name).orElse(""),
                        wish.target(),
                        wish.extras());
    }
}
