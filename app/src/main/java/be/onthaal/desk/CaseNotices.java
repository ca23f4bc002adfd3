// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.desk;

import be.onthaal.access.AccountId;
import be.onthaal.access.Permission;
import be.onthaal.cases.CaseAnswerReceived;
import be.onthaal.cases.CaseAssigned;
import be.onthaal.cases.CaseClosed;
import be.onthaal.cases.CaseEscalated;
import be.onthaal.cases.CaseId;
import be.onthaal.cases.CaseLine;
import be.onthaal.cases.CaseOpened;
import be.onthaal.cases.CaseReopened;
import be.onthaal.cases.Cases;
import be.onthaal.common.PublicNumber;
import be.onthaal.dispatch.DispatchFailed;
import be.onthaal.mail.MailReceived;
import be.onthaal.notifications.Live;
import be.onthaal.notifications.NoticeKind;
import be.onthaal.notifications.Notifications;
import be.onthaal.organisation.EmployeeId;
import be.onthaal.organisation.Employees;
import be.onthaal.organisation.Grants;
import be.onthaal.web.Texts;
import java.util.List;
import java.util.Optional;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Tells the handler what happened to his case, in the commit where it did, and wakes open pages.
 */
@Component
class CaseNotices {

    private final Notifications notifications;
    private final Employees employees;
    private final Grants grants;
    private final Cases cases;
    private final Live live;
    private final Texts texts;

    CaseNotices(
            Notifications notifications,
            Employees employees,
            Grants grants,
            Cases cases,
            Live live,
            Texts texts) {
        this.notifications = notifications;
        this.employees = employees;
        this.grants = grants;
        this.cases = cases;
        this.live = live;
        this.texts = texts;
    }

    @EventListener
    void opened(CaseOpened event) {
        changed(event.id());
        live.changed("inbox");
    }

    @EventListener
    void assigned(CaseAssigned event) {
        if (!event.byHimself()) {
            tell(event.handler(), NoticeKind.CASE_ASSIGNED, event.id(), event.number());
        }
        changed(event.id());
    }

    @EventListener
    void answered(CaseAnswerReceived event) {
        event.handler()
                .ifPresent(handler ->
                        tell(handler, NoticeKind.ANSWER_RECEIVED, event.id(), event.number()));
        changed(event.id());
    }

    @EventListener
    void closed(CaseClosed event) {
        changed(event.id());
    }

    @EventListener
    void reopened(CaseReopened event) {
        changed(event.id());
    }

    @EventListener
    void notSent(DispatchFailed event) {
        event.dispatch().what().caseId().map(CaseId::new).ifPresent(this::notSent);
    }

    /** Who spreads the work of the unit is told; where nobody does, the handler. */
    @EventListener
    void escalated(CaseEscalated event) {
        List<AccountId> chiefs =
                grants.holding(Permission.COORDINATE, event.unit(), Optional.empty());
        String subject = texts.dutch().of("desk.notice", event.number().display());
        chiefs.forEach(chief ->
                notifications.tell(chief, NoticeKind.CASE_LATE, subject, "/zaken/" + event.id()));
        if (chiefs.isEmpty()) {
            event.handler()
                    .ifPresent(handler ->
                            tell(handler, NoticeKind.CASE_LATE, event.id(), event.number()));
        }
        changed(event.id());
    }

    /** The term of a case ends soon; asked by {@link TermJob}. */
    void termNear(CaseLine line) {
        line.placement()
                .handler()
                .ifPresent(
                        handler -> tell(handler, NoticeKind.TERM_NEAR, line.id(), line.number()));
    }

    @EventListener
    void arrived(MailReceived event) {
        live.changed("inbox");
    }

    private void notSent(CaseId id) {
        var file = cases.get(id).file();
        file.placement()
                .handler()
                .ifPresent(handler -> tell(handler, NoticeKind.SENDING_FAILED, id, file.number()));
        changed(id);
    }

    private void tell(EmployeeId handler, NoticeKind kind, CaseId id, PublicNumber number) {
        String subject = texts.dutch().of("desk.notice", number.display());
        notifications.tell(employees.get(handler).account(), kind, subject, "/zaken/" + id);
    }

    private void changed(CaseId id) {
        live.changed("case-" + id);
        live.changed("cases");
        live.changed("today");
    }
}
