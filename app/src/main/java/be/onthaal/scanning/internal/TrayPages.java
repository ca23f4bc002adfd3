// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.scanning.internal;

import be.onthaal.access.Permission;
import be.onthaal.access.Requires;
import be.onthaal.common.Refused;
import be.onthaal.documents.Upload;
import be.onthaal.documents.Uploads;
import be.onthaal.scanning.ScanStack;
import be.onthaal.scanning.SheetCode;
import be.onthaal.scanning.Stacks;
import be.onthaal.web.Pages;
import be.onthaal.web.Text;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/** Bringing stacks in, following them, and printing the sheets that split them. */
@Controller
class TrayPages {

    static final String HOME = "/post/scans";

    private final TrayDesk desk;
    private final Stacks stacks;
    private final SheetPrinting printing;
    private final Pages pages;

    TrayPages(TrayDesk desk, Stacks stacks, SheetPrinting printing, Pages pages) {
        this.desk = desk;
        this.stacks = stacks;
        this.printing = printing;
        this.pages = pages;
    }

    @Requires(Permission.POST_VIEW)
    @GetMapping(HOME)
    View tray() {
        return pages.page("scanning/tray", PiecePages.during(desk::tray));
    }

    /** Each file in a commit of its own: one that is refused does not keep the others out. */
    @Requires(Permission.POST_HANDLE)
    @PostMapping(HOME)
    View take(HttpServletRequest request, @RequestParam MultiValueMap<String, String> sent) {
        var form = new ScanForm(sent);
        int known = 0;
        List<Upload> files = Uploads.of(request);
        for (Upload file : files) {
            boolean fresh =
                    PiecePages.during(() ->
                            stacks.take(ScanStack.Origin.UPLOAD, form.unit(), form.level(), file));
            known += fresh ? 0 : 1;
        }
        return pages.to(HOME + "?gedaan=" + (known == 0 ? "scans-taken" : "scans-known"));
    }

    @Requires(Permission.POST_HANDLE)
    @PostMapping(HOME + "/stapels/{stack}/opnieuw")
    View again(@PathVariable UUID stack) {
        PiecePages.run(() -> stacks.again(stack));
        return pages.to(HOME + "?gedaan=scans-again");
    }

    @Requires(Permission.POST_HANDLE)
    @PostMapping(HOME + "/stapels/{stack}/weg")
    View discard(@PathVariable UUID stack, @RequestParam MultiValueMap<String, String> sent) {
        String reason = new ScanForm(sent).text("reason", 500);
        PiecePages.run(() -> stacks.discard(stack, reason));
        return pages.to(HOME + "?gedaan=scans-discarded");
    }

    @Requires(Permission.POST_HANDLE)
    @GetMapping(HOME + "/bladen")
    View sheets() {
        return pages.page("scanning/sheets", PiecePages.during(desk::sheets));
    }

    /** A sheet to print: a separator, or a cover when a unit is named. */
    @Requires(Permission.POST_HANDLE)
    @GetMapping(HOME + "/bladen/pdf")
    ResponseEntity<byte[]> print(@RequestParam MultiValueMap<String, String> sent) {
        var form = new ScanForm(sent);
        Text text = pages.language();
        boolean cover = form.optionalId("unit").isPresent();
        byte[] pdf =
                cover
                        ? cover(form, text)
                        : printing.print(
                                new SheetCode.Separator(),
                                text.of("scanning.separator"),
                                List.of(text.of("scanning.separator.how")));
        String name = cover ? "voorblad.pdf" : "scheidingsblad.pdf";
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_PDF)
                .header(HttpHeaders.CACHE_CONTROL, "private, no-store")
                .header("X-Content-Type-Options", "nosniff")
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment().filename(name).build().toString())
                .body(pdf);
    }

    private byte[] cover(ScanForm form, Text text) {
        String unit =
                PiecePages.during(desk::sheets).choices().units().stream()
                        .filter(one -> one.id().equals(form.unit()))
                        .findFirst()
                        .orElseThrow(() -> new Refused("scanning.choose-unit"))
                        .name();
        String file = form.text("number", 40);
        if (file.contains("|")) {
            throw new Refused("scanning.case-wrong");
        }
        boolean unopened = form.text("unopened", 3).equals("yes");
        var cover = new SheetCode.Cover(form.unit(), form.kind(), form.level(), unopened, file);
        List<String> words = new ArrayList<>();
        words.add(text.of("scanning.cover.unit", unit));
        words.add(text.of("PieceKind." + form.kind().name()));
        words.add(text.of("Confidentiality." + form.level().name()));
        if (unopened) {
            words.add(text.of("post.unopened"));
        }
        if (!file.isEmpty()) {
            words.add(text.of("scanning.cover.case", file));
        }
        words.add(text.of("scanning.cover.how"));
        return printing.print(cover, text.of("scanning.cover"), words);
    }
}
