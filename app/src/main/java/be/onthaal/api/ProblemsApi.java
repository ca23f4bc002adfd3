// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.api;

import be.onthaal.access.OpenToAll;
import be.onthaal.web.Texts;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The codes that problems carry, each with its sentences. */
@RestController
@Tag(name = "problems")
class ProblemsApi {

    private final Texts texts;

    ProblemsApi(Texts texts) {
        this.texts = texts;
    }

    /** A code and what it says. */
    record ProblemItem(String code, String nl, String fr, String en) {}

    @OpenToAll(because = "the codes stand in the documentation too")
    @Operation(
            operationId = "listProblems",
            summary = "Alle foutcodes",
            description = "Every code with its sentence; Dutch is the authentic text")
    @GetMapping("/api/problems")
    Listed<ProblemItem> list() {
        return new Listed<>(
                texts.dutch().problems().stream()
                        .map(code ->
                                new ProblemItem(
                                        code,
                                        texts.dutch().raw("error." + code),
                                        texts.in("fr").raw("error." + code),
                                        texts.in("en").raw("error." + code)))
                        .toList());
    }
}
