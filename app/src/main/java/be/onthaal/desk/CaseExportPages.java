// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.desk;

import be.onthaal.access.Permission;
import be.onthaal.access.Purpose;
import be.onthaal.access.Requires;
import be.onthaal.common.Refused;
import be.onthaal.web.Pages;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.core.io.InputStreamResource;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Taking a list of cases along as a table, with the reason for it. */
@Controller
class CaseExportPages {

    private final CaseExport export;
    private final Lists lists;
    private final Pages pages;

    CaseExportPages(CaseExport export, Lists lists, Pages pages) {
        this.export = export;
        this.lists = lists;
        this.pages = pages;
    }

    /** By post, so that nobody takes a list along by following a link. */
    @Requires(Permission.CASE_VIEW)
    @PostMapping("/zaken/uitvoer")
    ResponseEntity<InputStreamResource> export(@RequestParam MultiValueMap<String, String> sent)
            throws IOException {
        var fields = new Fields(sent);
        Sheet.Form form = Sheet.Form.valueOf(fields.required("form", 4));
        Purpose purpose = Purpose.valueOf(fields.required("waarvoor", 20));
        if (!CasesPage.PURPOSES.contains(purpose)) {
            throw new Refused("desk.choose-purpose");
        }
        Fields address = Fields.address(fields.text("query", SavedViews.LONGEST_QUERY));
        CaseQuery query = CaseQuery.read(address, CasesPages.usual());
        Path file = Files.createTempFile("zaken", "." + form.ending());
        try {
            Purposes.run(purpose, () -> export.write(query, form, pages.language(), file));
            long size = Files.size(file);
            InputStream whole = Files.newInputStream(file);
            return ResponseEntity.ok()
                    .contentType(MediaType.parseMediaType(form.type()))
                    .contentLength(size)
                    .cacheControl(CacheControl.noStore())
                    .header(HttpHeaders.CONTENT_DISPOSITION, name(form))
                    .body(new InputStreamResource(whole));
        } finally {
            // What is still being read stays there until it is; nothing stays behind.
            Files.delete(file);
        }
    }

    private String name(Sheet.Form form) {
        return ContentDisposition.attachment()
                .filename("zaken-" + lists.today() + "." + form.ending())
                .build()
                .toString();
    }
}
