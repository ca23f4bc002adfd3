// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.desk;

import be.onthaal.access.Permission;
import be.onthaal.access.Purpose;
import be.onthaal.access.Requires;
import be.onthaal.common.Refused;
import be.onthaal.post.EntryId;
import be.onthaal.post.RegisterEntry.Direction;
import be.onthaal.web.Pages;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/** Registering a pile of post by keyboard alone. */
@Controller
class PilePages {

    private static final int QUERY = 100;

    /** Which field a refusal is about; any other refusal stops the form. */
    private static final Map<String, String> FIELDS =
            Map.ofEntries(
                    Map.entry("post.sender-missing", "sender"),
                    Map.entry("post.subject-missing", "subject"),
                    Map.entry("post.in-future", "on"),
                    Map.entry("desk.date-wrong", "on"),
                    Map.entry("desk.choose-unit", "unit"),
                    Map.entry("organisation.unit-closed", "unit"),
                    Map.entry("post.book-unknown", "book"),
                    Map.entry("post.barcode-wrong", "barcode"),
                    Map.entry("post.barcode-known", "barcode"),
                    Map.entry("post.annexes-wrong", "annexes"),
                    Map.entry("post.confidential-copy", "copies"),
                    Map.entry("post.late-reason-missing", "late"));

    private final PileDesk desk;
    private final Pages pages;

    PilePages(PileDesk desk, Pages pages) {
        this.desk = desk;
        this.pages = pages;
    }

    @Requires(Permission.POST_HANDLE)
    @GetMapping("/post/inschrijven")
    View empty(
            @RequestParam(defaultValue = "IN") Direction richting,
            @RequestParam Optional<UUID> antwoordt) {
        PilePage page =
                antwoordt
                        .map(in ->
                                Purposes.during(Purpose.POST, () -> desk.answer(new EntryId(in))))
                        .orElseGet(() -> desk.next(richting, Map.of(), Optional.empty()));
        return pages.page("desk/pile", page);
    }

    /** The answer is the next form; sent again, it finds the same entry back. */
    @Requires(Permission.POST_HANDLE)
    @PostMapping("/post/inschrijven")
    View register(@RequestParam MultiValueMap<String, String> sent, HttpServletResponse response) {
        var form = new PileForm(new Fields(new LinkedMultiValueMap<>(sent)));
        try {
            return switch (Purposes.during(Purpose.POST, () -> desk.register(form))) {
                case PileDesk.Result.Registered(var entry) ->
                        pages.page(
                                "desk/pile",
                                desk.next(
                                        form.direction(),
                                        form.keeps() ? form.kept() : Map.of("keep", ""),
                                        Optional.of(entry)));
                case PileDesk.Result.Doubtful(var alike) -> {
                    response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
                    yield pages.page("desk/pile", desk.again(form, Map.of(), alike));
                }
            };
        } catch (Refused refused) {
            String field = FIELDS.get(refused.code());
            if (field == null) {
                throw refused;
            }
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            String sentence =
                    pages.language().of("error." + refused.code(), refused.arguments().toArray());
            return pages.page("desk/pile", desk.again(form, Map.of(field, sentence), List.of()));
        }
    }

    /** While somebody types a sender: the customers he may mean. */
    @Requires(Permission.PARTY_VIEW)
    @PostMapping("/post/afzenders")
    View senders(@RequestParam MultiValueMap<String, String> sent) {
        String typed = new Fields(sent).text("sender", QUERY);
        return pages.page("desk/senders", Purposes.during(Purpose.POST, () -> desk.senders(typed)));
    }
}
