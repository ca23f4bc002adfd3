// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.desk;

import be.onthaal.access.Callers;
import be.onthaal.audit.Audit;
import be.onthaal.audit.AuditEvent;
import be.onthaal.audit.LogLine;
import be.onthaal.common.Brussels;
import be.onthaal.common.NotFound;
import be.onthaal.common.Page;
import be.onthaal.common.PageRequest;
import be.onthaal.organisation.Employee;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Reads the log; who reads it is in it too. */
@Service
class LogDesk {

    private final Audit audit;
    private final Lists lists;

    LogDesk(Audit audit, Lists lists) {
        this.audit = audit;
        this.lists = lists;
    }

    @Transactional
    LogPage list(LogPage.Asked asked, int number) {
        List<Employee> employees = lists.colleagues();
        Optional<UUID> actor =
                asked.employee().isEmpty()
                        ? Optional.empty()
                        : Optional.of(accountOf(asked.employee(), employees));
        var question =
                new Audit.Question(
                        Stream.of(LogLine.Kind.values())
                                .filter(kind -> kind.name().equals(asked.kind()))
                                .findFirst(),
                        actor,
                        Optional.empty(),
                        day(asked.from()).map(Brussels::startOfDay),
                        day(asked.until()).map(Brussels::endOfDay));
        Page<LogLine> lines =
                audit.list(question, PageRequest.nearest(number, PageRequest.USUAL_SIZE));
        var subject = AuditEvent.Subject.of("LOG", Callers.current().authority().value());
        audit.consulted(AuditEvent.of("audit.viewed", subject));
        return new LogPage(lines, asked, employees);
    }

    /** Somebody unknown is no reason to show everything as if it were his. */
    private static UUID accountOf(String wanted, List<Employee> employees) {
        return employees.stream()
                .filter(employee -> employee.id().toString().equals(wanted))
                .map(employee -> employee.account().value())
                .findFirst()
                .orElseThrow(() -> new NotFound("organisation.employee"));
    }

    private static Optional<LocalDate> day(String text) {
        try {
            return text.isEmpty() ? Optional.empty() : Optional.of(LocalDate.parse(text));
        } catch (DateTimeException nonsense) {
            return Optional.empty();
        }
    }
}
