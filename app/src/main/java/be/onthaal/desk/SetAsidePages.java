// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.desk;

import be.onthaal.access.Permission;
import be.onthaal.access.Purpose;
import be.onthaal.access.Requires;
import be.onthaal.desk.SetAsidePage.Tab;
import be.onthaal.portal.WebForm;
import be.onthaal.web.Pages;
import be.onthaal.web.Text;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/** Looking after what was set aside. */
@Controller
class SetAsidePages {

    private static final String HOME = "/postvak/opzij";
    private static final String MAIL = HOME + "/mail/{id}";
    private static final String FORM = HOME + "/formulier/{id}";

    private final SetAsideDesk desk;
    private final Pages pages;

    SetAsidePages(SetAsideDesk desk, Pages pages) {
        this.desk = desk;
        this.pages = pages;
    }

    @Requires(Permission.POST_VIEW)
    @GetMapping(HOME)
    View list(
            @RequestParam(defaultValue = "") String soort,
            @RequestParam(defaultValue = "1") int pagina) {
        return pages.page(
                "desk/setAside",
                Purposes.during(Purpose.POST, () -> desk.show(Tab.of(soort), pagina)));
    }

    @Requires(Permission.POST_VIEW)
    @GetMapping(MAIL + "/origineel")
    ResponseEntity<byte[]> originalOfMail(@PathVariable UUID id) {
        byte[] bytes = Purposes.during(Purpose.POST, () -> desk.originalOfMail(id));
        return MailFiles.saved(id + ".eml", bytes);
    }

    @Requires(Permission.POST_HANDLE)
    @PostMapping(MAIL + "/opnieuw")
    View readAgain(@PathVariable UUID id) {
        Purposes.run(Purpose.POST, () -> desk.readAgain(id));
        return back(Tab.UNREADABLE, "aside-again");
    }

    @Requires(Permission.POST_HANDLE)
    @PostMapping(MAIL + "/registreer")
    View register(@PathVariable UUID id) {
        UUID entry = Purposes.during(Purpose.POST, () -> desk.register(id));
        return pages.to("/post/" + entry + "?gedaan=aside-registered");
    }

    @Requires(Permission.CASE_HANDLE)
    @PostMapping(MAIL + "/aanvaard")
    View accept(@PathVariable UUID id) {
        Purposes.run(Purpose.POST, () -> desk.decide(id, true));
        return back(Tab.QUARANTINED, "entry-accepted");
    }

    @Requires(Permission.POST_HANDLE)
    @PostMapping(MAIL + "/nieuw")
    View takeAsNew(@PathVariable UUID id) {
        Purposes.run(Purpose.POST, () -> desk.decide(id, false));
        return back(Tab.QUARANTINED, "entry-as-new");
    }

    @Requires(Permission.POST_VIEW)
    @GetMapping(FORM + "/origineel")
    ResponseEntity<byte[]> originalOfForm(@PathVariable UUID id) {
        WebForm form = Purposes.during(Purpose.POST, () -> desk.originalOfForm(id));
        String text = written(pages.language(), form);
        return MailFiles.saved(id + ".txt", text.getBytes(StandardCharsets.UTF_8));
    }

    @Requires(Permission.POST_HANDLE)
    @PostMapping(FORM + "/opnieuw")
    View takeInAgain(@PathVariable UUID id) {
        Purposes.run(Purpose.POST, () -> desk.takeInAgain(id));
        return back(Tab.FORMS, "aside-again");
    }

    private View back(Tab tab, String done) {
        return pages.to(HOME + "?soort=" + tab.code() + "&gedaan=" + done);
    }

    private static String written(Text text, WebForm form) {
        WebForm.Sender sender = form.sender();
        return String.join(
                "\r\n",
                text.of("desk.received") + ": " + text.moment(form.receivedAt()),
                text.of("desk.name") + ": " + sender.name(),
                text.of("desk.email") + ": " + sender.email(),
                text.of("desk.phone") + ": " + sender.phone(),
                text.of("desk.subject") + ": " + form.subject(),
                "",
                form.text(),
                "");
    }
}
