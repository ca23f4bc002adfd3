// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.documents;

import be.onthaal.access.Caller;
import be.onthaal.access.Callers;
import be.onthaal.access.Confidentiality;
import be.onthaal.access.UnitId;
import be.onthaal.cases.CaseFile;
import be.onthaal.cases.CaseTypes;
import be.onthaal.cases.Cases;
import be.onthaal.cases.OpenCase;
import be.onthaal.common.Channel;
import be.onthaal.testing.TownFixtures;
import be.onthaal.testing.TownFixtures.TestAuthority;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Optional;
import org.springframework.boot.test.context.TestComponent;

/** Cases to put documents in, and documents to put in them. */
@TestComponent
class DocumentTown {

    private final TownFixtures towns;
    private final CaseTypes types;
    private final Cases cases;
    private final Documents documents;

    DocumentTown(TownFixtures towns, CaseTypes types, Cases cases, Documents documents) {
        this.towns = towns;
        this.types = types;
        this.cases = cases;
        this.documents = documents;
    }

    TestAuthority found() {
        TestAuthority here = towns.found().municipality();
        Callers.run(here.administrator(), types::installStandard);
        return here;
    }

    CaseFile file(Caller who, UnitId unit, String subject, Confidentiality level) {
        return file(who, unit, subject, level, CaseTypes.INFORMATION_QUESTION);
    }

    CaseFile file(Caller who, UnitId unit, String subject, Confidentiality level, String type) {
        return Callers.as(
                who,
                () ->
                        cases.open(
                                new OpenCase(
                                        type,
                                        subject,
                                        "",
                                        Optional.empty(),
                                        unit,
                                        new OpenCase.Intake(
                                                Channel.DESK,
                                                LocalDate.of(2026, 11, 20),
                                                Optional.empty()),
                                        Optional.of(level))));
    }

    DocumentId add(Caller who, CaseFile file, String name, String text) {
        return Callers.as(who, () -> documents.add(file.id(), piece(name), upload(name, text)));
    }

    static NewDocument piece(String title) {
        return new NewDocument(
                new Document.About(
                        title,
                        Optional.empty(),
                        Document.Direction.IN,
                        LocalDate.of(2026, 11, 20),
                        "Jan",
                        "nl"),
                Optional.empty(),
                Optional.empty());
    }

    static Upload upload(String name, String text) {
        return upload(name, text.getBytes(StandardCharsets.UTF_8));
    }

    static Upload upload(String name, byte[] bytes) {
        return new Upload(name, bytes.length, () -> new ByteArrayInputStream(bytes));
    }
}
