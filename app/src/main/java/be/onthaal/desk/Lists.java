// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.desk;

import be.onthaal.access.AuthorityId;
import be.onthaal.access.Callers;
import be.onthaal.access.UnitId;
import be.onthaal.cases.CaseType;
import be.onthaal.cases.CaseTypes;
import be.onthaal.cases.ReplyTemplate;
import be.onthaal.cases.ReplyTemplates;
import be.onthaal.organisation.Employee;
import be.onthaal.organisation.Employees;
import be.onthaal.organisation.Unit;
import be.onthaal.organisation.Units;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/**
 * What one chooses from on many pages and seldom changes: remembered for some seconds, so that a
 * page takes few statements. Only shown; what is chosen is looked up again by the module that acts.
 */
@Component
class Lists {

    private static final Duration FRESH = Duration.ofSeconds(10);
    private static final int MOST = 5_000;

    private final Map<Key, Kept> kept = new ConcurrentHashMap<>();
    private final Units units;
    private final Employees employees;
    private final CaseTypes types;
    private final ReplyTemplates templates;
    private final Clock clock;

    Lists(
            Units units,
            Employees employees,
            CaseTypes types,
            ReplyTemplates templates,
            Clock clock) {
        this.units = units;
        this.employees = employees;
        this.types = types;
        this.templates = templates;
        this.clock = clock;
    }

    private record Key(AuthorityId authority, String list) {}

    private record Kept(Object value, Instant at) {}

    /** The units that are open today, by name. */
    List<Unit> units() {
        return remember("units", units::list);
    }

    /** The names of all units, also of those that closed. */
    Map<UnitId, String> unitNames() {
        return remember(
                "unit-names",
                () -> {
                    Map<UnitId, String> names = new LinkedHashMap<>();
                    units.all().forEach(unit -> names.put(unit.id(), unit.name()));
                    return names;
                });
    }

    /** Those who work here today, by name. */
    List<Employee> colleagues() {
        return remember("colleagues", employees::list);
    }

    List<CaseType> caseTypes() {
        return remember("types", types::list);
    }

    /** The version of a case type that a case began with. */
    CaseType caseType(UUID id) {
        return remember("type " + id, () -> types.get(id));
    }

    List<ReplyTemplate> templates(String locale) {
        return remember("templates " + locale, () -> templates.list(locale));
    }

    /** Forgets all of it, after an administrator changed something. */
    void forget() {
        kept.clear();
    }

    @SuppressWarnings("unchecked")
    private <T> T remember(String list, Supplier<T> source) {
        var key = new Key(Callers.current().authority(), list);
        Instant now = clock.instant();
        Kept known = kept.get(key);
        if (known != null && Duration.between(known.at(), now).abs().compareTo(FRESH) < 0) {
            return (T) known.value();
        }
        if (kept.size() > MOST) {
            kept.clear();
        }
        T value = source.get();
        kept.put(key, new Kept(value, now));
        return value;
    }
}
