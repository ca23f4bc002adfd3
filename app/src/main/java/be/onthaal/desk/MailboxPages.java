// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.desk;

import be.onthaal.access.Permission;
import be.onthaal.access.Purpose;
import be.onthaal.access.Requires;
import be.onthaal.common.Conflict;
import be.onthaal.mail.MailboxId;
import be.onthaal.web.Pages;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/** Which mailboxes are read, and how they are reached. */
@Controller
@RequestMapping("/beheer/mailboxen")
class MailboxPages {

    private static final String TEMPLATE = "desk/mailbox";

    private final MailboxDesk desk;
    private final Pages pages;

    MailboxPages(MailboxDesk desk, Pages pages) {
        this.desk = desk;
        this.pages = pages;
    }

    @Requires(Permission.ADMINISTER)
    @GetMapping("/nieuw")
    View newcomer() {
        return pages.page(TEMPLATE, desk.blank(TypedMailbox.empty(), Map.of()));
    }

    @Requires(Permission.ADMINISTER)
    @PostMapping("/nieuw")
    View add(@RequestParam MultiValueMap<String, String> sent, HttpServletResponse response) {
        TypedMailbox typed = TypedMailbox.read(new Fields(sent));
        Map<String, String> problems = typed.problems();
        if (problems.isEmpty()) {
            try {
                MailboxId id =
                        Purposes.during(Purpose.ADMINISTRATION, () -> desk.add(typed.mailbox()));
                return to(id.value(), "mailbox-added");
            } catch (Conflict taken) {
                problems.put("address", "desk.mailbox.address-taken");
            }
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return pages.page(TEMPLATE, desk.blank(typed, problems));
    }

    @Requires(Permission.ADMINISTER)
    @GetMapping("/{id}")
    View show(@PathVariable UUID id) {
        return pages.page(
                TEMPLATE,
                Purposes.during(Purpose.ADMINISTRATION, () -> desk.show(new MailboxId(id))));
    }

    /** The password is asked again, so that it never goes to a server it was not typed for. */
    @Requires(Permission.ADMINISTER)
    @PostMapping("/{id}/verbinding")
    View reconnect(
            @PathVariable UUID id,
            @RequestParam MultiValueMap<String, String> sent,
            HttpServletResponse response) {
        var mailbox = new MailboxId(id);
        TypedMailbox typed = TypedMailbox.read(new Fields(sent));
        Map<String, String> problems = typed.problemsOfReach();
        if (!problems.isEmpty()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return pages.page(TEMPLATE, desk.show(mailbox, typed, problems));
        }
        Purposes.run(Purpose.ADMINISTRATION, () -> desk.reconnect(mailbox, typed.server()));
        return to(id, "mailbox-reconnected");
    }

    @Requires(Permission.ADMINISTER)
    @PostMapping("/{id}/pauze")
    View pause(@PathVariable UUID id) {
        Purposes.run(Purpose.ADMINISTRATION, () -> desk.pause(new MailboxId(id)));
        return to(id, "mailbox-paused");
    }

    @Requires(Permission.ADMINISTER)
    @PostMapping("/{id}/hervat")
    View resume(@PathVariable UUID id) {
        Purposes.run(Purpose.ADMINISTRATION, () -> desk.resume(new MailboxId(id)));
        return to(id, "mailbox-resumed");
    }

    /** Whether answers come back at an address with a mark. */
    @Requires(Permission.ADMINISTER)
    @PostMapping("/{id}/kenmerk")
    View markAnswers(@PathVariable UUID id, @RequestParam MultiValueMap<String, String> sent) {
        boolean wanted = new Fields(sent).text("marked", 3).equals("yes");
        Purposes.run(Purpose.ADMINISTRATION, () -> desk.markAnswers(new MailboxId(id), wanted));
        return to(id, wanted ? "answers-marked" : "answers-plain");
    }

    private View to(UUID id, String done) {
        return pages.to("/beheer/mailboxen/" + id + "?gedaan=" + done);
    }
}
