// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.moving.internal;

import be.onthaal.access.Callers;
import be.onthaal.access.Permission;
import be.onthaal.access.Purpose;
import be.onthaal.access.Requires;
import be.onthaal.common.Refused;
import be.onthaal.database.Ids;
import be.onthaal.moving.internal.reading.Limits;
import be.onthaal.moving.internal.reading.Staging;
import be.onthaal.moving.internal.reading.Unpacking;
import be.onthaal.web.Pages;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.View;

/** Bringing data in: try it, look at the report, bring it in for real, and take it out again. */
@Controller
class MovingPages {

    private static final String HOME = "/beheer/verhuizing";

    private final Transfers transfers;
    private final Exports exports;
    private final Folders folders;
    private final Pages pages;

    MovingPages(Transfers transfers, Exports exports, Folders folders, Pages pages) {
        this.transfers = transfers;
        this.exports = exports;
        this.folders = folders;
        this.pages = pages;
    }

    @Requires(Permission.TRANSFER)
    @GetMapping(HOME)
    View overview() {
        return pages.page(
                "moving/overview", during(() -> new MovingPage(transfers.list(), exports.mine())));
    }

    @Requires(Permission.TRANSFER)
    @PostMapping(HOME)
    View upload(@RequestParam("files") List<MultipartFile> files) throws IOException {
        UUID id = Ids.next();
        Staging staging = folders.of(Callers.current().authority(), id);
        try {
            List<Unpacking.Kept> kept = unpack(files, staging);
            during(() -> transfers.begin(id, kept));
        } catch (IOException | RuntimeException refusal) {
            staging.clear();
            throw refusal;
        }
        return pages.to(HOME + "/" + id + "?gedaan=moving-begun");
    }

    @Requires(Permission.TRANSFER)
    @GetMapping(HOME + "/{id}")
    View report(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String uitkomst,
            @RequestParam(defaultValue = "0") int na) {
        Optional<Verdict> verdict =
                Stream.of(Verdict.values()).filter(one -> one.name().equals(uitkomst)).findFirst();
        return pages.page("moving/transfer", during(() -> transfers.look(id, verdict, na)));
    }

    @Requires(Permission.TRANSFER)
    @PostMapping(HOME + "/{id}/start")
    View start(@PathVariable UUID id) {
        run(() -> transfers.start(id));
        return pages.to(HOME + "/" + id + "?gedaan=moving-started");
    }

    @Requires(Permission.TRANSFER)
    @PostMapping(HOME + "/{id}/weg")
    View drop(@PathVariable UUID id) {
        run(() -> transfers.drop(id));
        return pages.to(HOME + "?gedaan=moving-dropped");
    }

    @Requires(Permission.TRANSFER)
    @PostMapping(HOME + "/{id}/terug")
    View undo(@PathVariable UUID id) {
        run(() -> transfers.undo(id));
        return pages.to(HOME + "/" + id + "?gedaan=moving-undoing");
    }

    @Requires(Permission.TRANSFER)
    @PostMapping(HOME + "/uitvoer")
    View export() {
        during(exports::ask);
        return pages.to(HOME + "?gedaan=moving-export-asked");
    }

    private static List<Unpacking.Kept> unpack(List<MultipartFile> files, Staging staging)
            throws IOException {
        var unpacking = new Unpacking(staging, Limits.USUAL);
        for (MultipartFile file : files) {
            String name = file.getOriginalFilename();
            if (name == null || name.isBlank()) {
                throw new Refused("moving.no-sheets");
            }
            try (var content = file.getInputStream()) {
                unpacking.take(name, content);
            }
        }
        return unpacking.kept();
    }

    private static <T> T during(Supplier<T> work) {
        return Callers.as(Callers.current().with(Purpose.ADMINISTRATION), work);
    }

    private static void run(Runnable work) {
        Callers.run(Callers.current().with(Purpose.ADMINISTRATION), work);
    }
}
