// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.api;

import be.onthaal.access.Permission;
import be.onthaal.access.Requires;
import be.onthaal.cases.CaseFilter;
import be.onthaal.cases.Cases;
import be.onthaal.common.PageRequest;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Cases by many: listed, counted and searched. */
@RestController
@Tag(name = "cases")
class CaseListsApi {

    private static final int ON_PAGE = 100;

    private final Cases cases;
    private final Readings readings;
    private final Answers answers;

    CaseListsApi(Cases cases, Readings readings, Answers answers) {
        this.cases = cases;
        this.readings = readings;
        this.answers = answers;
    }

    @Requires(Permission.CASE_VIEW)
    @Operation(
            operationId = "listCases",
            summary = "Lijst van zaken",
            description = "A page of a list; the customers on it are consulted")
    @GetMapping("/api/cases")
    ResponseEntity<Paged<CaseItem>> list(
            HttpServletRequest request, @ParameterObject CaseListQuery query) {
        var lines = readings.cases(query.filter(), query.pageRequest());
        return answers.page(request, lines, CaseItem::of);
    }

    @Requires(Permission.CASE_VIEW)
    @Operation(
            operationId = "countCases",
            summary = "Tel de open zaken",
            description = "How many cases each view of open cases holds, exactly")
    @GetMapping("/api/cases/counts")
    ResponseEntity<Map<CaseFilter.View, Long>> counts() {
        return answers.one(cases.counts());
    }

    @Requires(Permission.CASE_VIEW)
    @Operation(
            operationId = "listCasesByFields",
            summary = "Lijst van zaken volgens hun gegevens",
            description =
                    "By post, so that no value stands in an address: cases of one type by what stands in its searchable fields; the customers on it are consulted")
    @PostMapping("/api/cases/list")
    ResponseEntity<Paged<CaseItem>> listByFields(
            HttpServletRequest request,
            @RequestBody CaseFieldsBody asked,
            @RequestParam(defaultValue = "1") int page,
            @RequestParam(defaultValue = "20") int size) {
        var lines = readings.cases(asked.filter(), new PageRequest(page, size));
        return answers.page(request, lines, CaseItem::of);
    }

    @Requires(Permission.CASE_VIEW)
    @Operation(
            operationId = "searchCases",
            summary = "Zoek in de tekst van zaken",
            description =
                    "By post, so that no word stands in an address; those found are consulted")
    @PostMapping("/api/cases/search")
    ResponseEntity<CaseFindingsBody> search(
            @RequestBody CaseSearchBody asked,
            @RequestParam(defaultValue = "1") int page,
            @RequestParam(defaultValue = "20") int size) {
        var request = new PageRequest(page, Math.min(ON_PAGE, size));
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .body(CaseFindingsBody.of(readings.search(asked.read(), request)));
    }
}
