// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.desk;

import be.onthaal.access.Permission;
import be.onthaal.access.Purpose;
import be.onthaal.access.Requires;
import be.onthaal.common.Refused;
import be.onthaal.dispatch.Dispatches;
import be.onthaal.mail.MailboxId;
import be.onthaal.mail.MessageId;
import be.onthaal.mail.NothingLost;
import be.onthaal.web.Pages;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/** Where an administrator sees that no mail is lost. */
@Controller
class NothingLostPages {

    private static final String HOME = "/beheer/niets-verloren";
    private static final int SHOWN = 50;

    private final NothingLost mail;
    private final Dispatches dispatches;
    private final Lists lists;
    private final Pages pages;

    NothingLostPages(NothingLost mail, Dispatches dispatches, Lists lists, Pages pages) {
        this.mail = mail;
        this.dispatches = dispatches;
        this.lists = lists;
        this.pages = pages;
    }

    @Requires(Permission.ADMINISTER)
    @GetMapping(HOME)
    View show() {
        return pages.page("desk/nothingLost", Purposes.during(Purpose.ADMINISTRATION, this::page));
    }

    /** One mail, or all of the mailbox that could not be read. */
    @Requires(Permission.ADMINISTER)
    @PostMapping(HOME + "/{id}/opnieuw")
    View readAgain(@PathVariable UUID id, @RequestParam MultiValueMap<String, String> sent) {
        var fields = new Fields(sent);
        Optional<MessageId> single = fields.id("mail").map(MessageId::new);
        if (single.isEmpty() && !fields.text("all", 3).equals("yes")) {
            throw new Refused("desk.choose-action");
        }
        Purposes.during(Purpose.ADMINISTRATION, () -> mail.readAgain(new MailboxId(id), single));
        return pages.to(HOME + "?gedaan=aside-again");
    }

    /** The whole folder once more, from its first mail. */
    @Requires(Permission.ADMINISTER)
    @PostMapping(HOME + "/{id}/map")
    View lookAgain(@PathVariable UUID id) {
        Purposes.run(Purpose.ADMINISTRATION, () -> mail.lookAgain(new MailboxId(id)));
        return pages.to(HOME + "?gedaan=folder-again");
    }

    private NothingLostPage page() {
        return new NothingLostPage(
                mail.administered(), mail.stuck(), dispatches.withheld(SHOWN), lists.unitNames());
    }
}
