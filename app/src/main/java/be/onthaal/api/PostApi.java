// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.api;

import be.onthaal.access.Permission;
import be.onthaal.access.Requires;
import be.onthaal.access.UnitId;
import be.onthaal.common.Brussels;
import be.onthaal.common.PageRequest;
import be.onthaal.notifications.Live;
import be.onthaal.post.EntryId;
import be.onthaal.post.InboxFilter;
import be.onthaal.post.PieceKind;
import be.onthaal.post.PostFilter;
import be.onthaal.post.PostRegister;
import be.onthaal.post.RegisterEntry;
import be.onthaal.post.RegisterEntry.Direction;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The post register. */
@RestController
@Tag(name = "post")
class PostApi {

    private final PostRegister post;
    private final Readings readings;
    private final Live live;
    private final Answers answers;
    private final Clock clock;

    PostApi(PostRegister post, Readings readings, Live live, Answers answers, Clock clock) {
        this.post = post;
        this.readings = readings;
        this.live = live;
        this.answers = answers;
        this.clock = clock;
    }

    @Requires(Permission.POST_VIEW)
    @Operation(
            operationId = "listInbox",
            summary = "Lijst van wat wacht",
            description = "What waits for the caller's units; for all with the right COORDINATE")
    @GetMapping("/api/post")
    ResponseEntity<Paged<EntryItem>> inbox(
            HttpServletRequest request,
            @RequestParam Optional<UUID> unit,
            @RequestParam(defaultValue = "1") int page,
            @RequestParam(defaultValue = "50") int size) {
        var filter = new InboxFilter(unit.map(UnitId::new).map(Set::of).orElse(Set.of()));
        var lines = readings.inbox(filter, new PageRequest(page, size));
        return answers.page(request, lines, EntryItem::of);
    }

    @Requires(Permission.POST_VIEW)
    @Operation(
            operationId = "listEntries",
            summary = "Lijst van het postregister",
            description = "A view of the register, narrowed by direction, kind, unit and days")
    @GetMapping("/api/post/register")
    ResponseEntity<Paged<EntryBody>> list(
            HttpServletRequest request,
            @RequestParam(name = "list", defaultValue = "ALL") PostFilter.View view,
            @RequestParam Optional<Direction> direction,
            @RequestParam Optional<PieceKind> kind,
            @RequestParam Optional<UUID> unit,
            @RequestParam Optional<LocalDate> from,
            @RequestParam Optional<LocalDate> until,
            @RequestParam(defaultValue = "1") int page,
            @RequestParam(defaultValue = "50") int size) {
        var narrowing =
                new PostFilter.Narrowing(
                        direction,
                        kind,
                        unit.map(UnitId::new),
                        Optional.empty(),
                        new PostFilter.Days(from, until));
        var filter = new PostFilter(view, PostFilter.of(view).order(), narrowing);
        var lines = readings.entries(filter, new PageRequest(page, size));
        return answers.page(request, lines, line -> EntryBody.of(line.entry()));
    }

    @Requires(Permission.POST_VIEW)
    @Operation(
            operationId = "getEntry",
            summary = "Lees een registratie",
            description = "An entry of the register, and what became of it")
    @GetMapping("/api/post/{id}")
    ResponseEntity<EntryBody> get(@PathVariable UUID id) {
        return answers.one(EntryBody.of(readings.entry(new EntryId(id))));
    }

    @Requires(Permission.POST_HANDLE)
    @Operation(
            operationId = "registerEntry",
            summary = "Registreer een stuk dat binnenkomt of vertrekt",
            description =
                    "Gives it the next number of its register; what comes late must say why in details.lateReason")
    @PostMapping("/api/post")
    ResponseEntity<Done> register(HttpServletRequest request, @RequestBody NewEntryBody piece) {
        return answers.made(
                request,
                piece,
                "/api/post/",
                () -> {
                    RegisterEntry entry = post.register(piece.read(Brussels.today(clock)));
                    live.changed("inbox");
                    return Done.of(entry.id().value(), entry.number().display());
                });
    }
}
