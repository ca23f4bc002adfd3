// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.desk;

import be.onthaal.access.Permission;
import be.onthaal.access.Purpose;
import be.onthaal.access.Requires;
import be.onthaal.common.Refused;
import be.onthaal.kbo.Extracts;
import be.onthaal.web.Pages;
import java.io.IOException;
import java.io.InputStream;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.View;

/** The register of enterprises: which extract is shown, and bringing in the next. */
@Controller
class ExtractPages {

    private static final String HOME = "/beheer/ondernemingen";
    private static final int SHOWN = 20;

    private final Extracts extracts;
    private final Pages pages;

    ExtractPages(Extracts extracts, Pages pages) {
        this.extracts = extracts;
        this.pages = pages;
    }

    @Requires(Permission.ADMINISTER)
    @GetMapping(HOME)
    View list() {
        return pages.page(
                "desk/extracts",
                Purposes.during(
                        Purpose.ADMINISTRATION, () -> new ExtractsPage(extracts.list(SHOWN))));
    }

    /** An update is small enough for a form; the whole register comes in by the command. */
    @Requires(Permission.ADMINISTER)
    @PostMapping(HOME)
    View offer(@RequestParam("file") MultipartFile file) throws IOException {
        String name = file.getOriginalFilename();
        if (name == null || name.isBlank() || file.isEmpty()) {
            throw new Refused("desk.extract-missing");
        }
        try (InputStream content = file.getInputStream()) {
            Purposes.run(Purpose.ADMINISTRATION, () -> extracts.offer(name, content));
        }
        return pages.to(HOME + "?gedaan=extract-offered");
    }
}
