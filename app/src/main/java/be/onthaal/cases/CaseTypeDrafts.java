// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.cases;

import be.onthaal.access.Callers;
import be.onthaal.access.Permission;
import be.onthaal.access.UnitId;
import be.onthaal.audit.Audit;
import be.onthaal.audit.AuditEvent;
import be.onthaal.cases.model.CaseTypeDefinition;
import be.onthaal.cases.model.DefinitionChecks;
import be.onthaal.cases.model.DefinitionText;
import be.onthaal.cases.model.Problem;
import be.onthaal.common.Brussels;
import be.onthaal.common.Conflict;
import be.onthaal.common.NotFound;
import be.onthaal.common.Refused;
import be.onthaal.organisation.Unit;
import be.onthaal.organisation.Units;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Keeping case types: a draft is changed, checked and published with validity; what was published
 * is changed by a next version only.
 */
@Service
public class CaseTypeDrafts {

    private final CaseTypeRows rows;
    private final CaseTypeNeighbours neighbours;
    private final Units units;
    private final Audit audit;
    private final Clock clock;

    CaseTypeDrafts(
            CaseTypeRows rows,
            CaseTypeNeighbours neighbours,
            Units units,
            Audit audit,
            Clock clock) {
        this.rows = rows;
        this.neighbours = neighbours;
        this.units = units;
        this.audit = audit;
        this.clock = clock;
    }

    /** Every version of every type, by code, the newest version first. */
    @Transactional(readOnly = true)
    public List<CaseTypeVersion> versions() {
        Callers.require(Permission.CASE_TYPES_MANAGE);
        return rows.versions();
    }

    /** One version. */
    @Transactional(readOnly = true)
    public CaseTypeVersion get(UUID id) {
        Callers.require(Permission.CASE_TYPES_MANAGE);
        return version(id);
    }

    /** What is wrong with a version here: in itself, and in what it names outside itself. */
    @Transactional(readOnly = true)
    public List<Problem> problems(CaseTypeDefinition definition) {
        Callers.require(Permission.CASE_TYPES_MANAGE);
        return neighbours.problems(definition);
    }

    /** Begins a type or its next version with this definition. */
    @Transactional
    public CaseTypeVersion begin(String code, CaseTypeDefinition definition) {
        Callers.require(Permission.CASE_TYPES_MANAGE);
        if (!DefinitionChecks.CODE.matcher(code).matches()) {
            throw new Refused("cases.type-code", shortened(code));
        }
        rows.lockCode(code);
        CaseTypeVersion made = version(rows.draft(code, definition));
        record("cases.type-drafted", made.head());
        return made;
    }

    /** Begins the next version of a type where another ended. */
    @Transactional
    public CaseTypeVersion beginFrom(UUID id) {
        Callers.require(Permission.CASE_TYPES_MANAGE);
        CaseTypeVersion before = version(id);
        return begin(before.head().code(), before.definition());
    }

    /**
     * Changes a draft that still is as the caller saw it. It may hold faults; they are told, and
     * keep it from being published.
     */
    @Transactional
    public CaseTypeVersion change(UUID id, int revision, UnaryOperator<CaseTypeDefinition> change) {
        Callers.require(Permission.CASE_TYPES_MANAGE);
        CaseTypeVersion draft = seen(id, revision);
        CaseTypeDefinition changed = change.apply(draft.definition());
        if (DefinitionText.stored(changed).length() > DefinitionText.LONGEST_FILE) {
            throw new Refused("cases.file-long", DefinitionText.LONGEST_FILE);
        }
        rows.change(id, changed);
        record("cases.type-changed", draft.head());
        return version(id);
    }

    /** Publishes a draft without faults from today or later; what held then ends for new cases. */
    @Transactional
    public void publish(UUID id, int revision, LocalDate from) {
        Callers.require(Permission.CASE_TYPES_MANAGE);
        rows.lockCode(version(id).head().code());
        CaseTypeVersion draft = seen(id, revision);
        if (from.isBefore(Brussels.today(clock)) || from.getYear() > 2200) {
            throw new Refused("cases.type-from", from);
        }
        Optional<Problem> fault =
                neighbours.problems(draft.definition()).stream().filter(Problem::stops).findFirst();
        if (fault.isPresent()) {
            throw new Refused("cases.type-faulty", fault.get().place(), fault.get().reason());
        }
        rows.publish(draft.head(), from);
        record("cases.type-published", draft.head());
    }

    /** New cases do not get this type any more from this day; running ones go on. */
    @Transactional
    public void end(UUID id, LocalDate day) {
        Callers.require(Permission.CASE_TYPES_MANAGE);
        CaseTypeVersion version = version(id);
        if (version.head().isDraft() || day.isBefore(Brussels.today(clock))) {
            throw new Refused("cases.type-from", day);
        }
        rows.lockCode(version.head().code());
        rows.endFrom(version.head().code(), day);
        record("cases.type-ended", version.head());
    }

    /** Throws a draft away that still is as the caller saw it. */
    @Transactional
    public void drop(UUID id, int revision) {
        Callers.require(Permission.CASE_TYPES_MANAGE);
        CaseTypeVersion draft = seen(id, revision);
        rows.drop(id);
        record("cases.type-dropped", draft.head());
    }

    /** A version as a file that another authority can take. */
    @Transactional(readOnly = true)
    public String file(UUID id) {
        Callers.require(Permission.CASE_TYPES_MANAGE);
        CaseTypeVersion version = version(id);
        return DefinitionText.file(
                version.head().code(), version.definition(), unit -> units.get(unit).name());
    }

    /** Takes a type from a file, as a draft. */
    @Transactional
    public CaseTypeVersion take(String text) {
        Callers.require(Permission.CASE_TYPES_MANAGE);
        DefinitionText.File file = read(text);
        return begin(file.code(), file.definition());
    }

    /** What a file says, without keeping any of it. */
    @Transactional(readOnly = true)
    public DefinitionText.File read(String text) {
        Callers.require(Permission.CASE_TYPES_MANAGE);
        return DefinitionText.file(text, this::unit);
    }

    /**
     * Publishes the types that come with the product, where the authority has none of that code.
     */
    void install(Map<String, CaseTypeDefinition> standard) {
        List<CaseTypeVersion.Head> installed = rows.install(standard);
        installed.forEach(head -> record("cases.type-published", head));
    }

    private Optional<UnitId> unit(String name) {
        return units.list().stream()
                .filter(unit -> unit.name().equalsIgnoreCase(name.strip()))
                .map(Unit::id)
                .findFirst();
    }

    private CaseTypeVersion seen(UUID id, int revision) {
        CaseTypeVersion now = rows.locked(id);
        if (!now.head().isDraft()) {
            throw new Refused("cases.type-published");
        }
        if (now.head().revision() != revision) {
            throw new Conflict(
                    "cases.type-changed", now.head().changedBy(), now.head().changedAt());
        }
        return now;
    }

    private CaseTypeVersion version(UUID id) {
        return rows.version(id).orElseThrow(() -> new NotFound("cases.type"));
    }

    private void record(String action, CaseTypeVersion.Head head) {
        audit.record(
                AuditEvent.of(action, AuditEvent.Subject.of("CASE_TYPE", head.id()))
                        .with("code", head.code())
                        .with("version", String.valueOf(head.version())));
    }

    private static String shortened(String text) {
        return text.length() <= 60 ? text : text.substring(0, 60) + "…";
    }
}
