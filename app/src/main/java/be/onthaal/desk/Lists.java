// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.desk;

import be.onthaal.access.AuthorityId;
import be.onthaal.access.Callers;
import be.onthaal.access.UnitId;
import be.onthaal.cases.CaseType;
import be.onthaal.cases.CaseTypes;
import be.onthaal.cases.ReplyTemplate;
import be.onthaal.cases.ReplyTemplates;
import be.onthaal.common.Brussels;
import be.onthaal.database.Part;
import be.onthaal.database.Parts;
import be.onthaal.organisation.Employee;
import be.onthaal.organisation.Employees;
import be.onthaal.organisation.Unit;
import be.onthaal.organisation.Units;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/**
 * What one chooses from on many pages and seldom changes: read together in one statement and
 * remembered for some seconds. Only shown; what is chosen is looked up again by the module that
 * acts.
 */
@Component
class Lists {

    private static final Duration FRESH = Duration.ofSeconds(10);
    private static final String DUTCH = "nl";
    private static final int MOST = 5_000;

    private final Map<AuthorityId, Kept> kept = new ConcurrentHashMap<>();
    private final Map<Version, CaseType> endedTypes = new ConcurrentHashMap<>();
    private final Units units;
    private final Employees employees;
    private final CaseTypes types;
    private final ReplyTemplates templates;
    private final Parts parts;
    private final Clock clock;

    Lists(
            Units units,
            Employees employees,
            CaseTypes types,
            ReplyTemplates templates,
            Parts parts,
            Clock clock) {
        this.units = units;
        this.employees = employees;
        this.types = types;
        this.templates = templates;
        this.parts = parts;
        this.clock = clock;
    }

    private record Version(AuthorityId authority, UUID type) {}

    private record Kept(
            List<Unit> units,
            List<Employee> colleagues,
            List<CaseType> types,
            List<ReplyTemplate> templates,
            Instant at) {}

    /** The day for which they are read. */
    LocalDate today() {
        return Brussels.today(clock);
    }

    /** The units that are open today, by name. */
    List<Unit> units() {
        LocalDate today = today();
        return remembered().units().stream().filter(unit -> unit.openOn(today)).toList();
    }

    /** The names of all units, also of those that closed. */
    Map<UnitId, String> unitNames() {
        Map<UnitId, String> names = new LinkedHashMap<>();
        remembered().units().forEach(unit -> names.put(unit.id(), unit.name()));
        return names;
    }

    /** Those who work here today, by name. */
    List<Employee> colleagues() {
        return remembered().colleagues();
    }

    List<CaseType> caseTypes() {
        return remembered().types();
    }

    /** Whether new cases of the type get another version now. */
    boolean isBehind(CaseType type) {
        return remembered().types().stream()
                .anyMatch(now -> now.code().equals(type.code()) && !now.id().equals(type.id()));
    }

    /** The version of a case type that a case began with; one that ended never changes any more. */
    CaseType caseType(UUID id) {
        return remembered().types().stream()
                .filter(type -> type.id().equals(id))
                .findFirst()
                .orElseGet(() -> ended(id));
    }

    /** The templates in a language; Dutch ones when there are none in it. */
    List<ReplyTemplate> templates(String locale) {
        List<ReplyTemplate> found = in(locale);
        return found.isEmpty() ? in(DUTCH) : found;
    }

    /** Forgets all of it, after an administrator changed something. */
    void forget() {
        kept.clear();
    }

    private List<ReplyTemplate> in(String locale) {
        return remembered().templates().stream()
                .filter(template -> template.locale().equals(locale))
                .toList();
    }

    private CaseType ended(UUID id) {
        var version = new Version(Callers.current().authority(), id);
        CaseType known = endedTypes.get(version);
        if (known != null) {
            return known;
        }
        if (endedTypes.size() > MOST) {
            endedTypes.clear();
        }
        CaseType type = types.get(id);
        endedTypes.put(version, type);
        return type;
    }

    private Kept remembered() {
        AuthorityId authority = Callers.current().authority();
        Kept known = kept.get(authority);
        Instant now = clock.instant();
        if (known != null && Duration.between(known.at(), now).abs().compareTo(FRESH) < 0) {
            return known;
        }
        if (kept.size() > MOST) {
            kept.clear();
        }
        Kept fresh = read(now);
        kept.put(authority, fresh);
        return fresh;
    }

    private Kept read(Instant now) {
        Part<List<Unit>> all = units.partOfAll();
        Part<List<Employee>> colleagues = employees.partOfList();
        Part<List<CaseType>> published = types.partOfList();
        Part<List<ReplyTemplate>> letters = templates.partOfAll();
        Parts.Answers answers = parts.ask(all, colleagues, published, letters);
        return new Kept(
                answers.to(all),
                answers.to(colleagues),
                answers.to(published).stream()
                        .sorted(Comparator.comparing(type -> type.definition().name().nl()))
                        .toList(),
                answers.to(letters),
                now);
    }
}
