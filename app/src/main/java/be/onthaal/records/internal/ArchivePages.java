// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.records.internal;

import be.onthaal.access.Callers;
import be.onthaal.access.Permission;
import be.onthaal.access.Purpose;
import be.onthaal.access.Requires;
import be.onthaal.cases.CaseId;
import be.onthaal.cases.CaseTypes;
import be.onthaal.common.Brussels;
import be.onthaal.common.FreeText;
import be.onthaal.common.PublicNumber;
import be.onthaal.common.Refused;
import be.onthaal.organisation.Unit;
import be.onthaal.organisation.Units;
import be.onthaal.records.DestructionLists;
import be.onthaal.records.Hold;
import be.onthaal.records.Holds;
import be.onthaal.records.ListedCase;
import be.onthaal.records.Nights;
import be.onthaal.web.Pages;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/** The archive: holds, destruction lists and certificates. */
@Controller
class ArchivePages {

    static final String HOME = "/beheer/archief";
    private static final String LISTS = HOME + "/lijsten";
    private static final int SHOWN = 500;
    private static final int WHOLE = 10_000;
    private static final int LISTED = 50;

    private final Archive archive;
    private final Pages pages;
    private final Clock clock;

    /** What the pages show. */
    @Component
    record Archive(
            DestructionLists lists, Holds holds, Nights nights, CaseTypes types, Units units) {}

    ArchivePages(Archive archive, Pages pages, Clock clock) {
        this.archive = archive;
        this.pages = pages;
        this.clock = clock;
    }

    @Requires(Permission.RECORDS_REVIEW)
    @GetMapping(HOME)
    View overview(@RequestParam(defaultValue = "") String nummer) {
        boolean keeps = Callers.current().may(Permission.RECORDS_MANAGE);
        List<Hold> holds = keeps ? archive.holds().list(LISTED) : List.of();
        String asked = FreeText.clean(nummer, 40, "records.reason-long");
        Optional<ListedCase> gone = PublicNumber.parse(asked).flatMap(archive.lists()::destroyed);
        return pages.page(
                "records/archive",
                new ArchivePage(
                        archive.lists().list(LISTED),
                        holds,
                        archive.types().list(),
                        archive.nights().last(),
                        asked,
                        gone));
    }

    @Requires(Permission.RECORDS_MANAGE)
    @PostMapping(LISTS)
    View propose(@RequestParam MultiValueMap<String, String> sent) {
        int percent = percent(text(sent, "percent"));
        UUID made = during(() -> archive.lists().propose(percent));
        return pages.to(LISTS + "/" + made + "?gedaan=records-proposed");
    }

    @Requires(Permission.RECORDS_REVIEW)
    @GetMapping(LISTS + "/{list}")
    View look(@PathVariable UUID list) {
        return pages.page("records/list", page(list, SHOWN));
    }

    @Requires(Permission.RECORDS_REVIEW)
    @GetMapping(LISTS + "/{list}/attest")
    View certificate(@PathVariable UUID list) {
        return pages.page("records/certificate", page(list, WHOLE));
    }

    @Requires(Permission.RECORDS_REVIEW)
    @PostMapping(LISTS + "/{list}/zaken/{file}")
    View takeOut(
            @PathVariable UUID list,
            @PathVariable UUID file,
            @RequestParam MultiValueMap<String, String> sent) {
        LocalDate later = day(text(sent, "later"));
        String reason = text(sent, "reason");
        return done(
                LISTS + "/" + list,
                "records-taken-out",
                () -> archive.lists().takeOut(list, new CaseId(file), later, reason));
    }

    @Requires(Permission.RECORDS_MANAGE)
    @PostMapping(LISTS + "/{list}/goedkeuren")
    View approve(@PathVariable UUID list) {
        return done(LISTS + "/" + list, "records-approved", () -> archive.lists().approve(list));
    }

    @Requires(Permission.RECORDS_MANAGE)
    @PostMapping(LISTS + "/{list}/intrekken")
    View withdraw(@PathVariable UUID list) {
        return done(LISTS + "/" + list, "records-withdrawn", () -> archive.lists().withdraw(list));
    }

    @Requires(Permission.RECORDS_MANAGE)
    @PostMapping(HOME + "/bewaring")
    View hold(@RequestParam MultiValueMap<String, String> sent) {
        return done(HOME, "records-held", () -> place(sent));
    }

    @Requires(Permission.RECORDS_MANAGE)
    @PostMapping(HOME + "/bewaring/{hold}")
    View lift(@PathVariable UUID hold, @RequestParam MultiValueMap<String, String> sent) {
        String reason = text(sent, "reason");
        return done(HOME, "records-lifted", () -> archive.holds().lift(hold, reason));
    }

    private Hold place(MultiValueMap<String, String> sent) {
        Holds holds = archive.holds();
        String reason = text(sent, "reason");
        return switch (text(sent, "scope")) {
            case "case" -> holds.onCase(text(sent, "number"), reason);
            case "customer" -> holds.onCustomerOf(text(sent, "number"), reason);
            case "type" ->
                    holds.onType(
                            text(sent, "type"),
                            day(text(sent, "from")),
                            day(text(sent, "until")),
                            reason);
            default -> throw new Refused("records.scope");
        };
    }

    private ListPage page(UUID list, int most) {
        return new ListPage(
                archive.lists().get(list),
                archive.lists().items(list, most),
                archive.units().list().stream()
                        .collect(Collectors.toUnmodifiableMap(Unit::id, Unit::name)),
                Callers.current().actor(),
                Brussels.today(clock));
    }

    private View done(String where, String what, Runnable work) {
        during(() -> {
            work.run();
            return what;
        });
        return pages.to(where + "?gedaan=" + what);
    }

    private static <T> T during(Supplier<T> work) {
        return Callers.as(Callers.current().with(Purpose.ADMINISTRATION), work);
    }

    private static String text(MultiValueMap<String, String> sent, String name) {
        String value = sent.getFirst(name);
        return value == null ? "" : FreeText.clean(value, 2_000, "records.reason-long");
    }

    private static int percent(String text) {
        return text.matches("\\d{1,3}") ? Integer.parseInt(text) : 0;
    }

    private static LocalDate day(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException nonsense) {
            throw new Refused("records.no-day");
        }
    }
}
