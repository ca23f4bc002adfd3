// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.api;

import be.onthaal.access.Permission;
import be.onthaal.access.Requires;
import be.onthaal.access.UnitId;
import be.onthaal.cases.CaseType;
import be.onthaal.cases.CaseTypes;
import be.onthaal.organisation.Employees;
import be.onthaal.organisation.Units;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Units, colleagues and sorts of cases, to fill in elsewhere. */
@RestController
@Tag(name = "organisation")
class OrganisationApi {

    private final Units units;
    private final Employees employees;
    private final CaseTypes types;

    OrganisationApi(Units units, Employees employees, CaseTypes types) {
        this.units = units;
        this.employees = employees;
        this.types = types;
    }

    /** A service or team. */
    record UnitItem(UUID id, Optional<UUID> parent, String name) {}

    /** A colleague. */
    record EmployeeItem(UUID id, String name, String function) {}

    /** A sort of case, with the codes of its results. */
    record CaseTypeItem(String code, int version, String name, List<String> results) {}

    @Requires(Permission.CASE_VIEW)
    @Operation(
            operationId = "listUnits",
            summary = "Diensten",
            description = "The units that are open today")
    @GetMapping("/api/units")
    Listed<UnitItem> units() {
        return new Listed<>(
                units.list().stream()
                        .map(unit ->
                                new UnitItem(
                                        unit.id().value(),
                                        unit.parent().map(UnitId::value),
                                        unit.name()))
                        .toList());
    }

    @Requires(Permission.COORDINATE)
    @Operation(
            operationId = "listEmployees",
            summary = "Medewerkers",
            description = "Those who work here today, to give a case to")
    @GetMapping("/api/employees")
    Listed<EmployeeItem> employees() {
        return new Listed<>(
                employees.list().stream()
                        .map(one -> new EmployeeItem(one.id().value(), one.name(), one.function()))
                        .toList());
    }

    @Requires(Permission.CASE_VIEW)
    @Operation(
            operationId = "listCaseTypes",
            summary = "Zaaktypes",
            description = "The types that new cases can have today")
    @GetMapping("/api/case-types")
    Listed<CaseTypeItem> caseTypes() {
        return new Listed<>(types.list().stream().map(OrganisationApi::item).toList());
    }

    private static CaseTypeItem item(CaseType type) {
        return new CaseTypeItem(
                type.code(),
                type.version(),
                type.definition().name().nl(),
                type.definition().results().stream().map(result -> result.code()).toList());
    }
}
