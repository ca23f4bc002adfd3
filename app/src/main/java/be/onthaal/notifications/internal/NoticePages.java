// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.notifications.internal;

import be.onthaal.access.Callers;
import be.onthaal.access.Permission;
import be.onthaal.access.Requires;
import be.onthaal.notifications.NoticeKind;
import be.onthaal.notifications.Notifications;
import be.onthaal.notifications.Way;
import be.onthaal.web.Pages;
import java.util.Map;
import java.util.Set;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** The employee's notices, how he wants them, and the stream that keeps his page alive. */
@Controller
class NoticePages {

    private static final int SHOWN = 100;

    private final Notifications notifications;
    private final LiveLine line;
    private final Pages pages;

    NoticePages(Notifications notifications, LiveLine line, Pages pages) {
        this.notifications = notifications;
        this.line = line;
        this.pages = pages;
    }

    @Requires(Permission.DESK)
    @GetMapping("/meldingen")
    View list() {
        return pages.page("notifications/list", new NoticesPage(notifications.mine(SHOWN)));
    }

    @Requires(Permission.DESK)
    @GetMapping("/meldingen/aantal")
    View count() {
        return pages.page("notifications/count", new NoticeCount(notifications.unread()));
    }

    @Requires(Permission.DESK)
    @PostMapping("/meldingen/gelezen")
    View readAll() {
        notifications.readAll();
        return pages.to("/meldingen");
    }

    @Requires(Permission.DESK)
    @GetMapping("/instellingen")
    View settings() {
        return pages.page("notifications/settings", new SettingsPage(notifications.ways()));
    }

    @Requires(Permission.DESK)
    @PostMapping("/instellingen")
    View choose(@RequestParam Map<String, String> choices) {
        for (NoticeKind kind : NoticeKind.values()) {
            String way = choices.get(kind.name());
            if (way != null) {
                notifications.choose(kind, Way.valueOf(way));
            }
        }
        return pages.to("/instellingen?gedaan=settings");
    }

    @Requires(Permission.DESK)
    @GetMapping(path = "/live", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    SseEmitter live(@RequestParam(defaultValue = "notifications") String topics) {
        Set<String> wanted = Set.copyOf(java.util.List.of(topics.split("[ ,+]+", 10)));
        return line.listen(Callers.current().authority(), wanted);
    }
}
