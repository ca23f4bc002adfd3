// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.desk;

import be.onthaal.access.AccountId;
import be.onthaal.access.Confidentiality;
import be.onthaal.access.Permission;
import be.onthaal.cases.CaseId;
import be.onthaal.cases.TaskTerms.Timed;
import be.onthaal.common.PublicNumber;
import be.onthaal.notifications.NoticeKind;
import be.onthaal.notifications.Notifications;
import be.onthaal.organisation.Employee;
import be.onthaal.organisation.Employees;
import be.onthaal.organisation.Grants;
import be.onthaal.web.Texts;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * Tells of the terms of tasks: whoever must do it, or while it is nobody's the people of its unit
 * who handle cases and see this one. Several tasks of one case are told once.
 */
@Component
class TaskNotices {

    private final Notifications notifications;
    private final Employees employees;
    private final Grants grants;
    private final Texts texts;

    TaskNotices(Notifications notifications, Employees employees, Grants grants, Texts texts) {
        this.notifications = notifications;
        this.employees = employees;
        this.grants = grants;
        this.texts = texts;
    }

    private record Told(AccountId account, CaseId id, PublicNumber number) {}

    void tell(List<Timed> tasks, NoticeKind kind) {
        Set<Told> told = new LinkedHashSet<>();
        for (Timed task : tasks) {
            for (AccountId account : whom(task)) {
                told.add(new Told(account, task.id(), task.number()));
            }
        }
        for (Told one : told) {
            String subject = texts.dutch().of("desk.notice", one.number().display());
            notifications.tell(one.account(), kind, subject, "/zaken/" + one.id() + "#todo");
        }
    }

    private List<AccountId> whom(Timed task) {
        return task.assignee()
                .employee()
                .map(employee -> List.of(employees.get(employee).account()))
                .orElseGet(() -> ofItsUnit(task));
    }

    /**
     * Of another unit those who are cleared for it: the others do not know that it exists. Where
     * there is nobody, the handler of the case sees to it.
     */
    private List<AccountId> ofItsUnit(Timed task) {
        boolean here = task.assignee().unit().equals(task.placement().unit());
        Optional<Confidentiality> cleared =
                here ? Optional.empty() : Optional.of(task.confidentiality());
        List<AccountId> people =
                grants.holding(Permission.CASE_HANDLE, task.assignee().unit(), cleared);
        return people.isEmpty()
                ? task.placement().handler().map(employees::get).map(Employee::account).stream()
                        .toList()
                : people;
    }
}
