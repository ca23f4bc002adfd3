// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.api;

import be.onthaal.access.Confidentiality;
import be.onthaal.common.Brussels;
import be.onthaal.common.FileNames;
import be.onthaal.common.FreeText;
import be.onthaal.documents.Document;
import be.onthaal.documents.NewDocument;
import be.onthaal.documents.Upload;
import be.onthaal.documents.Uploads;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** An upload as a program sends it: one file, and what it says of it. */
record SentUpload(Upload file, Map<String, String> fields) {

    private static final int LONGEST = 2_000;

    static SentUpload of(HttpServletRequest request) {
        var fields = new TreeMap<String, String>();
        request.getParameterMap()
                .forEach((name, values) ->
                        fields.put(name, FreeText.clean(values[0], LONGEST, "desk.too-long")));
        return new SentUpload(Uploads.of(request).getFirst(), fields);
    }

    /** What makes it the same upload when it is sent again: its fields, name and bytes. */
    Map<String, String> command() {
        var command = new TreeMap<>(fields);
        command.put("file", file.name());
        command.put("sha256", file.digest().hex());
        return command;
    }

    String why() {
        return fields.getOrDefault("why", "");
    }

    NewDocument document(Clock clock) {
        return new NewDocument(
                new Document.About(
                        field("title").orElse(FileNames.safe(file.name())),
                        field("kind"),
                        field("direction")
                                .map(Document.Direction::valueOf)
                                .orElse(Document.Direction.INTERNAL),
                        field("dated").map(SentUpload::day).orElse(Brussels.today(clock)),
                        field("author").orElse(""),
                        field("locale").orElse("nl")),
                field("confidentiality").map(Confidentiality::valueOf),
                Optional.empty());
    }

    private static LocalDate day(String written) {
        try {
            return LocalDate.parse(written);
        } catch (DateTimeException nonsense) {
            throw new IllegalArgumentException(nonsense);
        }
    }

    private Optional<String> field(String name) {
        return Optional.ofNullable(fields.get(name)).filter(value -> !value.isBlank());
    }
}
