// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.desk;

import be.onthaal.cases.CaseLine;
import be.onthaal.cases.model.DocumentKind;
import be.onthaal.documents.Document;
import be.onthaal.documents.DocumentLine;
import be.onthaal.documents.DocumentVersion;
import be.onthaal.documents.OfficeKind;
import java.util.List;
import java.util.Optional;

/** A document with all that its reader may see of it. */
public record DocumentPage(
        Document document,
        Shown shown,
        List<DocumentVersion> versions,
        List<CaseLine> cases,
        List<DocumentLine> annexes,
        Choices choices) {

    /**
     * The version that is looked at.
     *
     * @param page which page, from 1
     * @param text what could be read in it, not longer than a screen can hold
     */
    public record Shown(DocumentVersion version, int page, String text) {}

    /**
     * What the reader can do.
     *
     * @param changes whether nobody keeps him from changing it
     */
    public record Choices(
            List<DocumentKind> kinds,
            String unitName,
            boolean handles,
            boolean changes,
            boolean mine,
            boolean coordinates,
            boolean reads) {}

    /** What its kind is called, in a language. */
    public Optional<String> kind(String locale) {
        return document.about()
                .kind()
                .map(code ->
                        choices.kinds().stream()
                                .filter(kind -> kind.code().equals(code))
                                .findFirst()
                                .map(kind -> kind.name().in(locale))
                                .orElse(code));
    }

    /** Whether its pages are shown as pictures. */
    public boolean pictured() {
        String type = shown.version().file().type();
        return !shown.version().isSealed()
                && shown.version().reading().state() == DocumentVersion.ReadingState.READ
                && (type.equals("application/pdf") || type.startsWith("image/"));
    }

    /** Where a picture of the page that is looked at comes from. */
    public String picture() {
        return "/documenten/%s/versies/%d/beeld/%d"
                .formatted(document.id(), shown.version().number(), shown.page());
    }

    /**
     * What an office program makes of it, for who may change it and looks at the newest version.
     */
    public Optional<OfficeKind> office() {
        DocumentVersion version = shown.version();
        boolean changes =
                choices.changes()
                        && version.number() == document.progress().versions()
                        && !version.isSealed();
        return changes ? OfficeKind.of(version.file().name()) : Optional.empty();
    }

    /** The version before the one that is looked at. */
    public Optional<DocumentVersion> before() {
        return versions.stream()
                .filter(other -> other.number() < shown.version().number())
                .findFirst();
    }
}
