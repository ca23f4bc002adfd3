// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.cases.web;

import be.onthaal.access.Permission;
import be.onthaal.access.Requires;
import be.onthaal.access.UnitId;
import be.onthaal.cases.CaseTypeDrafts;
import be.onthaal.cases.CaseTypeTrials;
import be.onthaal.cases.CaseTypeTrials.Walk;
import be.onthaal.cases.CaseTypeVersion;
import be.onthaal.cases.model.Problem;
import be.onthaal.common.Brussels;
import be.onthaal.common.FreeText;
import be.onthaal.common.Refused;
import be.onthaal.organisation.Unit;
import be.onthaal.organisation.Units;
import be.onthaal.web.Pages;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/** Walking through a case type with example data; nothing is kept of it. */
@Controller
class CaseTrialPages {

    private static final String WALK = CaseTypePages.HOME + "/{id}/proef";
    private static final String FIELD = "veld.";

    private final CaseTypeDrafts drafts;
    private final CaseTypeTrials trials;
    private final Units units;
    private final Pages pages;
    private final Clock clock;

    CaseTrialPages(
            CaseTypeDrafts drafts, CaseTypeTrials trials, Units units, Pages pages, Clock clock) {
        this.drafts = drafts;
        this.trials = trials;
        this.units = units;
        this.pages = pages;
        this.clock = clock;
    }

    @Requires(Permission.CASE_TYPES_MANAGE)
    @GetMapping(WALK)
    View form(@PathVariable UUID id) {
        return page(id, Map.of(), Brussels.today(clock), Optional.empty());
    }

    @Requires(Permission.CASE_TYPES_MANAGE)
    @PostMapping(WALK)
    View walk(@PathVariable UUID id, @RequestParam MultiValueMap<String, String> sent) {
        Map<String, List<String>> typed = new HashMap<>();
        sent.forEach((name, values) -> {
            if (name.startsWith(FIELD)) {
                typed.put(
                        name.substring(FIELD.length()),
                        values.stream()
                                .map(value -> FreeText.clean(value, 10_000, "cases.field-long"))
                                .toList());
            }
        });
        return page(
                id, typed, day(new Typed(sent).text("received", 10)), new Typed(sent).unit("unit"));
    }

    private View page(
            UUID id, Map<String, List<String>> typed, LocalDate received, Optional<UnitId> chosen) {
        return pages.page(
                "casetypes/walk",
                CaseTypePages.during(() -> {
                    CaseTypeVersion version = drafts.get(id);
                    List<Unit> all = units.list();
                    UnitId unit =
                            chosen.or(() -> version.definition().defaultUnit())
                                    .orElse(all.getFirst().id());
                    boolean sound =
                            drafts.problems(version.definition()).stream()
                                    .noneMatch(Problem::stops);
                    Optional<Walk> walk =
                            sound
                                    ? Optional.of(
                                            trials.walk(
                                                    version.definition(), unit, typed, received))
                                    : Optional.empty();
                    return new WalkPage(
                            version,
                            walk,
                            typed,
                            received,
                            unit,
                            all.stream().collect(Collectors.toMap(Unit::id, Unit::name)));
                }));
    }

    private static LocalDate day(String text) {
        try {
            LocalDate day = LocalDate.parse(text);
            if (day.getYear() < 2000 || day.getYear() > 2100) {
                throw new Refused("cases.type-from", text);
            }
            return day;
        } catch (DateTimeException nonsense) {
            throw new Refused("cases.type-from", text);
        }
    }
}
