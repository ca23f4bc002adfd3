// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.desk;

import be.onthaal.access.Permission;
import be.onthaal.access.Requires;
import be.onthaal.access.UnitId;
import be.onthaal.cases.Narrowing;
import be.onthaal.desk.SavedView.Shared;
import be.onthaal.web.Pages;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/** How somebody looks at his lists: views under a name, columns, and how long a page is. */
@Controller
class ViewPages {

    static final String CASES = "cases";
    private static final Map<String, String> LISTS =
            Map.of(CASES, "/zaken", "inbox", "/postvak", PostListDesk.LIST, "/post");

    private final SavedViews views;
    private final ListWords words;
    private final ListChoices choices;
    private final Lists lists;
    private final Pages pages;

    ViewPages(SavedViews views, ListWords words, ListChoices choices, Lists lists, Pages pages) {
        this.views = views;
        this.words = words;
        this.choices = choices;
        this.lists = lists;
        this.pages = pages;
    }

    /** Keeps a view; the words that it looks for are copied, since those of today are forgotten. */
    @Requires(Permission.DESK)
    @PostMapping("/weergaven")
    View keep(@RequestParam MultiValueMap<String, String> sent) {
        var fields = new Fields(sent);
        String list = fields.required("list", 20);
        String query = fields.text("query", SavedViews.LONGEST_QUERY);
        Optional<UUID> said = Fields.address(query).id("woorden");
        Optional<UUID> texts = Fields.address(query).id("teksten");
        Optional<UnitId> unit = unit(fields);
        Shared shared = unit.isPresent() ? Shared.UNIT : shared(fields);
        views.keep(
                list,
                new SavedViews.Kept(
                        fields.required("name", SavedViews.LONGEST_NAME),
                        query.replaceAll("&?(woorden|teksten)=[^&]*", ""),
                        said.flatMap(words::find).orElse(""),
                        texts.flatMap(words::texts).orElse(""),
                        shared,
                        unit));
        String more = query.isEmpty() ? "" : query + "&";
        return pages.to(LISTS.getOrDefault(list, "/") + "?" + more + "gedaan=view-kept");
    }

    @Requires(Permission.DESK)
    @PostMapping("/weergaven/{id}/weg")
    View remove(@PathVariable UUID id, @RequestParam String list) {
        views.remove(id);
        return pages.to(LISTS.getOrDefault(list, "/") + "?gedaan=view-removed");
    }

    /** Chooses the view that the list begins with. */
    @Requires(Permission.DESK)
    @PostMapping("/weergaven/{id}/eerst")
    View first(@PathVariable UUID id) {
        SavedView view = views.get(id);
        choices.first(CASES, Optional.of(id));
        return pages.to("/zaken?" + view.address() + "&gedaan=view-first");
    }

    /** The list begins again as it does for everybody. */
    @Requires(Permission.DESK)
    @PostMapping("/weergaven/gewoon")
    View usual() {
        choices.first(CASES, Optional.empty());
        return pages.to("/zaken?gedaan=view-usual");
    }

    /** Keeps which columns the list of cases has and how long its pages are. */
    @Requires(Permission.CASE_VIEW)
    @PostMapping("/zaken/kolommen")
    View look(@RequestParam MultiValueMap<String, String> sent) {
        var fields = new Fields(sent);
        List<CaseColumn> columns =
                fields.choices("kolom").stream().map(CaseColumn::valueOf).distinct().toList();
        choices.look(CASES, columns, Integer.parseInt(fields.required("rijen", 3)));
        String query = read(fields).text();
        return pages.to("/zaken?" + query + "&gedaan=list-look");
    }

    /** Puts what was chosen into an address that can be shared; words stay behind, under an id. */
    @Requires(Permission.CASE_VIEW)
    @PostMapping("/zaken/filter")
    View choose(@RequestParam MultiValueMap<String, String> sent) {
        var fields = new Fields(sent);
        CaseQuery chosen = CaseQuery.read(fields, CasesPages.usual());
        Optional<UUID> said = fields.optional("zoek", ListWords.LONGEST).map(words::keep);
        SoughtFields sought = sought(chosen);
        Optional<UUID> texts =
                Optional.of(sought.texts())
                        .filter(some -> !some.isEmpty())
                        .map(some -> words.keep(SoughtFields.written(some)));
        return pages.to("/zaken?" + chosen.saying(said).filled(sought.shown(), texts).text());
    }

    /** The fields that the type has that is chosen now; the form may be of the one before. */
    private SoughtFields sought(CaseQuery chosen) {
        Narrowing wanted = chosen.filter().narrowing();
        return lists.caseTypes().stream()
                .filter(type -> wanted.types().equals(Set.of(type.code())))
                .findFirst()
                .map(type -> SoughtFields.of(wanted.fields(), type))
                .orElseGet(() -> new SoughtFields(Map.of(), Map.of()));
    }

    private static CaseQuery read(Fields fields) {
        return CaseQuery.read(
                Fields.address(fields.text("query", SavedViews.LONGEST_QUERY)), CasesPages.usual());
    }

    /** Nobody, all, or the people of one unit. */
    private static Optional<UnitId> unit(Fields fields) {
        return fields.optional("share", 36)
                .filter(with -> !with.equals("all"))
                .map(with -> new UnitId(UUID.fromString(with)));
    }

    private static Shared shared(Fields fields) {
        return fields.text("share", 36).equals("all") ? Shared.ALL : Shared.MINE;
    }
}
