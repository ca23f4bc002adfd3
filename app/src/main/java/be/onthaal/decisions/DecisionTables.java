// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.decisions;

import be.onthaal.access.Caller;
import be.onthaal.access.Callers;
import be.onthaal.access.Permission;
import be.onthaal.audit.Audit;
import be.onthaal.audit.AuditEvent;
import be.onthaal.common.Brussels;
import be.onthaal.common.Conflict;
import be.onthaal.common.FreeText;
import be.onthaal.common.Refused;
import be.onthaal.database.Ids;
import be.onthaal.decisions.DecisionTable.About;
import be.onthaal.decisions.DecisionTable.Head;
import be.onthaal.decisions.DecisionTable.Made;
import be.onthaal.decisions.DecisionTable.State;
import be.onthaal.decisions.DecisionTable.Validity;
import be.onthaal.decisions.internal.DraftChecks;
import be.onthaal.decisions.internal.ModelFile;
import be.onthaal.decisions.internal.TableStore;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Keeps the decision tables of an authority: drafts that change, published versions that do not,
 * and files that carry them elsewhere.
 */
@Service
public class DecisionTables {

    private final TableStore store;
    private final DraftChecks drafts;
    private final Audit audit;
    private final Clock clock;

    DecisionTables(TableStore store, DraftChecks drafts, Audit audit, Clock clock) {
        this.store = store;
        this.drafts = drafts;
        this.audit = audit;
        this.clock = clock;
    }

    /** Every version of every table, by key, newest first. */
    @Transactional(readOnly = true)
    public List<Head> list() {
        Callers.require(Permission.DECISIONS_MANAGE);
        return store.heads();
    }

    /** The versions of one table, newest first. */
    @Transactional(readOnly = true)
    public List<Head> versions(String key) {
        Callers.require(Permission.DECISIONS_MANAGE);
        return store.versions(key);
    }

    @Transactional(readOnly = true)
    public DecisionTable get(UUID id) {
        Callers.require(Permission.DECISIONS_MANAGE);
        return store.get(id);
    }

    /** Begins a table that is not there yet. */
    @Transactional
    public DecisionTable draft(String key, About about, String model, List<Example> examples) {
        Caller caller = Callers.require(Permission.DECISIONS_MANAGE);
        drafts.refuseWrongKey(key);
        store.lock(key);
        if (store.versions(key).stream().anyMatch(Head::isDraft)) {
            throw new Refused("decisions.has-draft", key);
        }
        drafts.refuseHostile(model);
        var head =
                new Head(
                        Ids.next(),
                        key,
                        store.nextVersion(key),
                        State.DRAFT,
                        checked(about),
                        new Validity(Optional.empty(), Optional.empty()),
                        new Made(clock.instant(), caller.name(), Optional.empty(), ""),
                        0);
        var table = new DecisionTable(head, model, drafts.checked(examples));
        store.insert(table);
        record("decisions.drafted", head);
        return table;
    }

    /** Begins the next version from this one. */
    @Transactional
    public DecisionTable draftFrom(UUID id) {
        DecisionTable from = get(id);
        return draft(from.head().key(), from.head().about(), from.model(), from.examples());
    }

    /** Keeps another model in a draft; one that may not be here is refused with the place. */
    @Transactional
    public void model(UUID id, int revision, String model) {
        drafts.refuseHostile(model);
        DecisionTable table = get(id);
        change(table, table.head().about(), model, table.examples(), revision);
    }

    /** Keeps what people call a draft. */
    @Transactional
    public void about(UUID id, int revision, About about) {
        DecisionTable table = get(id);
        change(table, checked(about), table.model(), table.examples(), revision);
    }

    /** Keeps the examples of a draft. */
    @Transactional
    public void examples(UUID id, int revision, List<Example> examples) {
        DecisionTable table = get(id);
        change(table, table.head().about(), table.model(), drafts.checked(examples), revision);
    }

    /**
     * From this day on modules get this version, as the caller saw it: it must be without errors
     * and each of its examples must hold. The version before it ends there.
     */
    @Transactional
    public void publish(UUID id, int revision, LocalDate from) {
        Caller caller = Callers.require(Permission.DECISIONS_MANAGE);
        DecisionTable table = locked(id, revision);
        if (from.isBefore(Brussels.today(clock))) {
            throw new Refused("decisions.from-past", Brussels.today(clock));
        }
        drafts.refuseUnready(table);
        List<Head> others =
                store.versions(table.head().key()).stream()
                        .filter(head -> head.state() == State.PUBLISHED)
                        .toList();
        others.stream()
                .filter(head -> head.holdsOn(from))
                .forEach(head -> store.end(head.id(), from, endedOn(head, from)));
        Optional<LocalDate> next =
                others.stream()
                        .flatMap(head -> head.validity().from().stream())
                        .filter(start -> start.isAfter(from))
                        .min(LocalDate::compareTo);
        store.publish(id, new Validity(Optional.of(from), next), clock.instant(), caller.name());
        record("decisions.published", table.head());
    }

    /** Modules get it no more; what was decided with it can still be told. */
    @Transactional
    public void retire(UUID id) {
        store.lock(get(id).head().key());
        Head head = get(id).head();
        if (head.state() != State.PUBLISHED) {
            throw new Refused("decisions.not-published");
        }
        LocalDate today = Brussels.today(clock);
        LocalDate start = head.validity().from().orElse(today);
        LocalDate end = start.isAfter(today) ? start : today;
        LocalDate until = head.validity().until().filter(day -> day.isBefore(end)).orElse(end);
        store.end(id, until, State.RETIRED);
        if (start.isAfter(today)) {
            giveBackTheEnd(head, start);
        }
        record("decisions.retired", head);
    }

    /** A version that never came leaves no days on which nothing holds. */
    private void giveBackTheEnd(Head retired, LocalDate start) {
        store.versions(retired.key()).stream()
                .filter(head -> head.state() == State.PUBLISHED)
                .filter(head -> head.validity().until().filter(start::equals).isPresent())
                .forEach(head -> store.extend(head.id(), retired.validity().until()));
    }

    /** Throws a draft away, as the caller saw it. */
    @Transactional
    public void drop(UUID id, int revision) {
        Callers.require(Permission.DECISIONS_MANAGE);
        Head head = locked(id, revision).head();
        store.drop(id);
        record("decisions.dropped", head);
    }

    /** A draft that nobody changes before this transaction ends, nor has since it was seen. */
    private DecisionTable locked(UUID id, int revision) {
        store.lock(store.get(id).head().key());
        DecisionTable table = store.get(id);
        refuseNoDraft(table.head());
        if (table.head().revision() != revision) {
            throw new Conflict(
                    "decisions.changed", table.head().made().by(), table.head().made().at());
        }
        return table;
    }

    /** A version as one file, which other programs for DMN can open. */
    @Transactional(readOnly = true)
    public String export(UUID id) {
        return ModelFile.write(get(id));
    }

    /** Takes a file in as a draft; a broken or hostile one is refused and nothing is kept. */
    @Transactional
    public DecisionTable take(String file) {
        ModelFile read = ModelFile.read(file);
        return draft(read.key(), read.about(), read.model(), read.examples());
    }

    private void change(
            DecisionTable table, About about, String model, List<Example> examples, int revision) {
        Caller caller = Callers.require(Permission.DECISIONS_MANAGE);
        Head head = table.head();
        refuseNoDraft(head);
        var made = new Made(clock.instant(), caller.name(), Optional.empty(), "");
        var changed =
                new Head(
                        head.id(),
                        head.key(),
                        head.version(),
                        head.state(),
                        about,
                        head.validity(),
                        made,
                        revision);
        store.change(new DecisionTable(changed, model, examples), revision);
        record("decisions.changed", head);
    }

    private static State endedOn(Head head, LocalDate day) {
        return head.validity().from().filter(day::equals).isPresent()
                ? State.RETIRED
                : State.PUBLISHED;
    }

    private static void refuseNoDraft(Head head) {
        if (!head.isDraft()) {
            throw new Refused("decisions.not-draft");
        }
    }

    private static About checked(About about) {
        return new About(
                FreeText.required(about.nl(), 200, "decisions.no-title", "decisions.text-long"),
                FreeText.clean(about.fr(), 200, "decisions.text-long"),
                FreeText.clean(about.en(), 200, "decisions.text-long"),
                FreeText.clean(about.legalBasis(), 2_000, "decisions.text-long"));
    }

    private void record(String action, Head head) {
        audit.record(
                AuditEvent.of(action, AuditEvent.Subject.of("DECISION_TABLE", head.id()))
                        .with("key", head.key())
                        .with("version", String.valueOf(head.version())));
    }
}
