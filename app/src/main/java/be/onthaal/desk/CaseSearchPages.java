// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.desk;

import be.onthaal.access.Permission;
import be.onthaal.access.Purpose;
import be.onthaal.access.Requires;
import be.onthaal.cases.CaseQuestion;
import be.onthaal.cases.CaseQuestion.Facet;
import be.onthaal.common.Refused;
import be.onthaal.web.Pages;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Controller;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/** Searching the texts of cases; by post, so that no word stands in an address or a log. */
@Controller
class CaseSearchPages {

    private final CaseSearchDesk desk;
    private final Pages pages;

    CaseSearchPages(CaseSearchDesk desk, Pages pages) {
        this.desk = desk;
        this.pages = pages;
    }

    @Requires(Permission.CASE_VIEW)
    @GetMapping("/zaken/zoeken")
    View empty() {
        return page(new Fields(new LinkedMultiValueMap<>()));
    }

    @Requires(Permission.CASE_VIEW)
    @PostMapping("/zaken/zoeken")
    View find(@RequestParam MultiValueMap<String, String> sent) {
        return page(new Fields(sent));
    }

    private View page(Fields fields) {
        Set<Facet> with = facets(fields.choices("met"));
        Set<Facet> without = facets(fields.choices("zonder"));
        facets(fields.choices("weg"))
                .forEach(gone -> {
                    with.remove(gone);
                    without.remove(gone);
                });
        var question = new CaseQuestion(fields.text("zoek", CaseQuestion.LONGEST), with, without);
        int number = fields.optional("pagina", 4).map(Integer::parseInt).orElse(1);
        return pages.page(
                "desk/caseSearch",
                Purposes.during(Purpose.CASE, () -> desk.find(question, number)));
    }

    private static Set<Facet> facets(List<String> codes) {
        Set<Facet> facets = new HashSet<>();
        for (String code : codes) {
            String[] both = code.split(":", 2);
            if (both.length < 2) {
                throw new Refused("desk.choose-facet");
            }
            facets.add(new Facet(Facet.Kind.valueOf(both[0]), both[1]));
        }
        return facets;
    }
}
