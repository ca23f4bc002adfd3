// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.desk;

import be.onthaal.access.Permission;
import be.onthaal.access.Purpose;
import be.onthaal.access.Requires;
import be.onthaal.common.NotFound;
import be.onthaal.common.Refused;
import be.onthaal.party.Assigning;
import be.onthaal.party.Merge;
import be.onthaal.party.MergeId;
import be.onthaal.party.PartyId;
import be.onthaal.web.Pages;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/** Customers who are one person. */
@Controller
class MergePages {

    private static final int MOST_ITEMS = 500;
    private static final int REASON = 2_000;

    private final MergeDesk desk;
    private final CustomerDesk customers;
    private final Pages pages;

    MergePages(MergeDesk desk, CustomerDesk customers, Pages pages) {
        this.desk = desk;
        this.customers = customers;
        this.pages = pages;
    }

    @Requires(Permission.PARTY_VIEW)
    @GetMapping("/klanten/dubbels")
    View duplicates() {
        return pages.page(
                "desk/duplicates", Purposes.during(Purpose.ADMINISTRATION, desk::waiting));
    }

    /** First who the other is, then both beside each other. */
    @Requires(Permission.PARTY_EDIT)
    @GetMapping("/klanten/{id}/samenvoegen")
    View preview(@PathVariable UUID id, @RequestParam MultiValueMap<String, String> sent) {
        var fields = new Fields(sent);
        Optional<UUID> other = fields.id("met");
        if (other.isPresent()) {
            return pages.page(
                    "desk/merge",
                    Purposes.during(
                            Purpose.ADMINISTRATION,
                            () -> desk.preview(new PartyId(id), new PartyId(other.get()))));
        }
        return whoElse(id, fields);
    }

    /** Not a GET, for the same reason as the search for customers. */
    @Requires(Permission.PARTY_EDIT)
    @PostMapping("/klanten/{id}/samenvoegen/zoek")
    View search(@PathVariable UUID id, @RequestParam MultiValueMap<String, String> sent) {
        return whoElse(id, new Fields(sent));
    }

    private View whoElse(UUID id, Fields fields) {
        return pages.page(
                "desk/mergeWith",
                Purposes.during(
                        Purpose.ADMINISTRATION,
                        () -> customers.mergeWith(new PartyId(id), fields.text("q", 100))));
    }

    @Requires(Permission.PARTY_EDIT)
    @PostMapping("/klanten/{id}/samenvoegen")
    View merge(@PathVariable UUID id, @RequestParam MultiValueMap<String, String> sent) {
        var fields = new Fields(sent);
        var other = new PartyId(UUID.fromString(fields.required("other", 36)));
        String reason = fields.required("reason", REASON);
        Merge merge =
                Purposes.during(
                        Purpose.ADMINISTRATION, () -> desk.merge(new PartyId(id), other, reason));
        String done = merge.state() == Merge.State.MERGED ? "merged" : "merge-proposed";
        return pages.to("/klanten/" + merge.kept() + "?gedaan=" + done);
    }

    @Requires(Permission.PARTY_EDIT)
    @PostMapping("/klanten/{id}/nooit-dezelfde")
    View neverSame(@PathVariable UUID id, @RequestParam MultiValueMap<String, String> sent) {
        var fields = new Fields(sent);
        var other = new PartyId(UUID.fromString(fields.required("other", 36)));
        String reason = fields.required("reason", REASON);
        Purposes.run(Purpose.ADMINISTRATION, () -> desk.neverSame(new PartyId(id), other, reason));
        return pages.to("/klanten/dubbels?gedaan=never-same");
    }

    @Requires(Permission.PARTY_EDIT)
    @PostMapping("/klanten/{id}/nooit-dezelfde/terug")
    View takeBack(@PathVariable UUID id, @RequestParam MultiValueMap<String, String> sent) {
        var fields = new Fields(sent);
        var other = new PartyId(UUID.fromString(fields.required("other", 36)));
        String reason = fields.required("reason", REASON);
        Purposes.run(
                Purpose.ADMINISTRATION,
                () -> desk.takeBackNeverSame(new PartyId(id), other, reason));
        return pages.to("/klanten/dubbels?gedaan=never-same-back");
    }

    @Requires(Permission.PARTY_EDIT)
    @PostMapping("/samenvoegingen/{id}/blijft")
    View uphold(@PathVariable UUID id) {
        Purposes.run(Purpose.ADMINISTRATION, () -> desk.uphold(new MergeId(id)));
        return pages.to("/klanten/dubbels?gedaan=merge-upheld");
    }

    @Requires(Permission.PARTY_EDIT)
    @PostMapping("/samenvoegingen/{id}/bevestig")
    View confirm(@PathVariable UUID id) {
        Merge merge = Purposes.during(Purpose.ADMINISTRATION, () -> desk.confirm(new MergeId(id)));
        return pages.to("/klanten/" + merge.kept() + "?gedaan=merged");
    }

    @Requires(Permission.PARTY_EDIT)
    @PostMapping("/samenvoegingen/{id}/weiger")
    View refuse(@PathVariable UUID id) {
        Purposes.run(Purpose.ADMINISTRATION, () -> desk.refuse(new MergeId(id)));
        return pages.to("/klanten/dubbels?gedaan=merge-refused");
    }

    @Requires(Permission.PARTY_EDIT)
    @PostMapping("/samenvoegingen/{id}/terug")
    View undo(@PathVariable UUID id, @RequestParam MultiValueMap<String, String> sent) {
        String reason = new Fields(sent).required("reason", REASON);
        Purposes.run(Purpose.ADMINISTRATION, () -> desk.undo(new MergeId(id), reason));
        return pages.to("/samenvoegingen/" + id + "?gedaan=unmerged");
    }

    /** Each thing is named by its kind and id, as the page wrote them. */
    @Requires(Permission.PARTY_EDIT)
    @PostMapping("/samenvoegingen/{id}/wijs-toe")
    View assign(@PathVariable UUID id, @RequestParam MultiValueMap<String, String> sent) {
        var to = new PartyId(UUID.fromString(new Fields(sent).required("who", 36)));
        List<Assigning.Ref> chosen =
                sent.getOrDefault("item", List.of()).stream()
                        .limit(MOST_ITEMS)
                        .map(MergePages::item)
                        .toList();
        if (chosen.isEmpty()) {
            throw new Refused("party.nothing-chosen");
        }
        Purposes.run(Purpose.ADMINISTRATION, () -> desk.assign(new MergeId(id), chosen, to));
        return pages.to("/samenvoegingen/" + id + "?gedaan=assigned");
    }

    private static Assigning.Ref item(String written) {
        String[] parts = written.split(":", 2);
        if (parts.length < 2 || parts[1].length() != 36) {
            throw new NotFound("party.item");
        }
        return new Assigning.Ref(parts[0], UUID.fromString(parts[1]));
    }

    @Requires(Permission.PARTY_VIEW)
    @GetMapping("/samenvoegingen/{id}")
    View takenBack(@PathVariable UUID id) {
        return pages.page(
                "desk/takenBack",
                Purposes.during(Purpose.ADMINISTRATION, () -> desk.takenBack(new MergeId(id))));
    }
}
