// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.desk;

import be.onthaal.access.Permission;
import be.onthaal.access.Purpose;
import be.onthaal.access.Requires;
import be.onthaal.access.UnitId;
import be.onthaal.common.OpenInterval;
import be.onthaal.common.Refused;
import be.onthaal.web.Pages;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/** Opening hours, splitting and the history of one unit. */
@Controller
@RequestMapping("/beheer/diensten/{id}")
class UnitPages {

    private static final int NAME = 200;
    private static final int HOURS = 100;

    private final UnitDesk desk;
    private final Pages pages;

    UnitPages(UnitDesk desk, Pages pages) {
        this.desk = desk;
        this.pages = pages;
    }

    @Requires(Permission.ADMINISTER)
    @GetMapping
    View show(@PathVariable UUID id) {
        return pages.page(
                "desk/unit",
                Purposes.during(Purpose.ADMINISTRATION, () -> desk.show(new UnitId(id))));
    }

    @Requires(Permission.ADMINISTER)
    @PostMapping("/uren")
    View week(@PathVariable UUID id, @RequestParam MultiValueMap<String, String> sent) {
        var fields = new Fields(sent);
        Map<DayOfWeek, List<OpenInterval>> week = new EnumMap<>(DayOfWeek.class);
        for (DayOfWeek day : DayOfWeek.values()) {
            week.put(day, WrittenHours.read(fields.text(day.name(), HOURS)));
        }
        Purposes.run(Purpose.ADMINISTRATION, () -> desk.week(new UnitId(id), week));
        return back(id, "hours-set");
    }

    @Requires(Permission.ADMINISTER)
    @PostMapping("/uren/dag")
    View date(@PathVariable UUID id, @RequestParam MultiValueMap<String, String> sent) {
        var fields = new Fields(sent);
        LocalDate date = date(fields);
        List<OpenInterval> open = WrittenHours.read(fields.text("hours", HOURS));
        Purposes.run(Purpose.ADMINISTRATION, () -> desk.date(new UnitId(id), date, open));
        return back(id, "hours-set");
    }

    @Requires(Permission.ADMINISTER)
    @PostMapping("/uren/dag/weg")
    View asUsual(@PathVariable UUID id, @RequestParam MultiValueMap<String, String> sent) {
        LocalDate date = date(new Fields(sent));
        Purposes.run(Purpose.ADMINISTRATION, () -> desk.asUsual(new UnitId(id), date));
        return back(id, "hours-set");
    }

    @Requires(Permission.ADMINISTER)
    @PostMapping("/splits")
    View split(@PathVariable UUID id, @RequestParam MultiValueMap<String, String> sent) {
        String name = new Fields(sent).required("name", NAME);
        UnitId part =
                Purposes.during(Purpose.ADMINISTRATION, () -> desk.split(new UnitId(id), name));
        return back(part.value(), "unit-split");
    }

    private View back(UUID id, String done) {
        return pages.to("/beheer/diensten/" + id + "?gedaan=" + done);
    }

    private static LocalDate date(Fields fields) {
        try {
            return LocalDate.parse(fields.required("date", 10));
        } catch (DateTimeException nonsense) {
            throw new Refused("desk.date-wrong");
        }
    }
}
