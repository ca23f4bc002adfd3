// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.desk;

import be.onthaal.audit.LogLine;
import be.onthaal.common.Page;
import be.onthaal.organisation.Employee;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Who saw and did what. */
public record LogPage(Page<LogLine> lines, Asked asked, List<Employee> employees) {

    /** What was asked, as it was asked. */
    public record Asked(String kind, String employee, String from, String until) {}

    public String address() {
        return "/logboek?soort="
                + asked.kind()
                + "&medewerker="
                + asked.employee()
                + "&van="
                + asked.from()
                + "&tot="
                + asked.until()
                + "&";
    }

    /** What a line is about, by its number or its name. */
    public Optional<String> named(LogLine line) {
        return Stream.of("number", "name")
                .flatMap(detail -> Stream.ofNullable(line.detail().get(detail)))
                .findFirst()
                .or(() ->
                        employees.stream()
                                .filter(known ->
                                        line.subject()
                                                .filter(known.id().value()::equals)
                                                .isPresent())
                                .map(Employee::name)
                                .findFirst());
    }

    /** The picture of a line. */
    public static String icon(LogLine line) {
        return switch (line.kind()) {
            case CONSULTATION -> "eye";
            case ACTION -> "edit";
            case REFUSAL -> "lock";
        };
    }
}
