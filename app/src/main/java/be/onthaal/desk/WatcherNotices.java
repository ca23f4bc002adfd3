// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.desk;

import be.onthaal.access.Permission;
import be.onthaal.cases.CaseOpenedInEmergency;
import be.onthaal.notifications.NoticeKind;
import be.onthaal.notifications.Notifications;
import be.onthaal.organisation.EmployeeLeft;
import be.onthaal.organisation.Grants;
import be.onthaal.party.OwnFileLinks;
import be.onthaal.party.OwnFileViewed;
import be.onthaal.web.Texts;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Tells those who watch over the log that somebody looked where he should not, or had to. */
@Component
class WatcherNotices {

    private final Notifications notifications;
    private final Grants grants;
    private final OwnFileLinks links;
    private final Texts texts;

    WatcherNotices(Notifications notifications, Grants grants, OwnFileLinks links, Texts texts) {
        this.notifications = notifications;
        this.grants = grants;
        this.links = links;
        this.texts = texts;
    }

    @EventListener
    void viewed(OwnFileViewed event) {
        String subject = texts.dutch().of("desk.notice.own-file", event.employee());
        grants.holding(Permission.AUDIT_VIEW)
                .forEach(watcher ->
                        notifications.tell(
                                watcher,
                                NoticeKind.OWN_FILE,
                                subject,
                                "/logboek?soort=CONSULTATION"));
    }

    /** Somebody opened a case beyond his rights: they look into it. */
    @EventListener
    void forced(CaseOpenedInEmergency event) {
        String subject =
                texts.dutch()
                        .of("desk.notice.emergency", event.employee(), event.number().display());
        grants.holding(Permission.AUDIT_VIEW)
                .forEach(watcher ->
                        notifications.tell(
                                watcher, NoticeKind.EMERGENCY, subject, "/logboek/nood"));
    }

    @EventListener
    void left(EmployeeLeft event) {
        links.left(event.employee().value());
    }
}
