// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.desk;

import be.onthaal.access.Permission;
import be.onthaal.access.Purpose;
import be.onthaal.access.Requires;
import be.onthaal.access.UnitId;
import be.onthaal.cases.CaseFile;
import be.onthaal.common.Refused;
import be.onthaal.party.PartyId;
import be.onthaal.post.EntryId;
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

/** Reading a piece and saying what happens with it. */
@Controller
class EntryPages {

    private final EntryDesk desk;
    private final InboxDesk inbox;
    private final Pages pages;

    EntryPages(EntryDesk desk, InboxDesk inbox, Pages pages) {
        this.desk = desk;
        this.inbox = inbox;
        this.pages = pages;
    }

    @Requires(Permission.POST_VIEW)
    @GetMapping("/post/{id}")
    View entry(@PathVariable UUID id) {
        return pages.page(
                "desk/entry", Purposes.during(Purpose.POST, () -> desk.show(new EntryId(id))));
    }

    @Requires(Permission.CASE_HANDLE)
    @PostMapping("/post/{id}/zaak")
    View makeCase(@PathVariable UUID id, @RequestParam MultiValueMap<String, String> sent) {
        var fields = new Fields(sent);
        var wanted =
                new EntryDesk.NewCase(
                        fields.required("type", 100),
                        fields.required("subject", Fields.SUBJECT),
                        unit(fields),
                        party(fields),
                        new EntryDesk.Newcomer(
                                fields.text("name", Fields.LINE), fields.text("email", 254)));
        CaseFile file = Purposes.during(Purpose.CASE, () -> desk.makeCase(new EntryId(id), wanted));
        return pages.to("/zaken/" + file.id() + "?gedaan=case-opened");
    }

    @Requires(Permission.CASE_HANDLE)
    @PostMapping("/post/{id}/koppel")
    View addToCase(@PathVariable UUID id, @RequestParam MultiValueMap<String, String> sent) {
        String number = new Fields(sent).required("number", 40);
        CaseFile file =
                Purposes.during(Purpose.CASE, () -> desk.addToCase(new EntryId(id), number));
        return pages.to("/zaken/" + file.id() + "?gedaan=entry-added");
    }

    @Requires(Permission.POST_HANDLE)
    @PostMapping("/post/{id}/klaar")
    View settle(@PathVariable UUID id, @RequestParam MultiValueMap<String, String> sent) {
        Optional<String> note = new Fields(sent).optional("note", 1_000);
        var entry = new EntryId(id);
        Purposes.run(
                Purpose.POST,
                () ->
                        note.ifPresentOrElse(
                                words -> inbox.settle(entry, words), () -> inbox.settle(entry)));
        return pages.to("/postvak?gedaan=entry-settled");
    }

    @Requires(Permission.POST_HANDLE)
    @PostMapping("/post/{id}/dienst")
    View route(@PathVariable UUID id, @RequestParam MultiValueMap<String, String> sent) {
        UnitId to = unit(new Fields(sent));
        Purposes.run(Purpose.POST, () -> inbox.route(new EntryId(id), to));
        return pages.to("/postvak?gedaan=entry-routed");
    }

    @Requires(Permission.POST_HANDLE)
    @PostMapping("/post/{id}/aanvaard")
    View accept(@PathVariable UUID id) {
        Purposes.run(Purpose.POST, () -> desk.decide(new EntryId(id), true));
        return pages.to("/post/" + id + "?gedaan=entry-accepted");
    }

    @Requires(Permission.POST_HANDLE)
    @PostMapping("/post/{id}/nieuw")
    View takeAsNew(@PathVariable UUID id) {
        Purposes.run(Purpose.POST, () -> desk.decide(new EntryId(id), false));
        return pages.to("/post/" + id + "?gedaan=entry-as-new");
    }

    private static UnitId unit(Fields fields) {
        return fields.id("unit")
                .map(UnitId::new)
                .orElseThrow(() -> new Refused("desk.choose-unit"));
    }

    private static Optional<PartyId> party(Fields fields) {
        return fields.optional("party", 36)
                .filter(chosen -> !chosen.equals("new") && !chosen.equals("none"))
                .map(PartyId::of);
    }
}
