// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.webdav;

import static org.assertj.core.api.Assertions.assertThat;

import be.onthaal.access.Callers;
import be.onthaal.cases.CaseFile;
import be.onthaal.documents.Document;
import be.onthaal.documents.DocumentFiles;
import be.onthaal.documents.DocumentId;
import be.onthaal.documents.DocumentLine;
import be.onthaal.documents.DocumentLocks;
import be.onthaal.documents.DocumentVersion;
import be.onthaal.documents.Documents;
import be.onthaal.testing.AsOwner;
import be.onthaal.testing.Browser;
import be.onthaal.testing.OnthaalTest;
import be.onthaal.testing.TownFixtures.TestAuthority;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;

/** What Word and LibreOffice ask, in their order, until a document is saved. */
@OnthaalTest
@Import(DavTown.class)
class SavedFromProgramsTest {

    @Autowired DavTown town;
    @Autowired Documents documents;
    @Autowired DocumentFiles files;
    @Autowired DocumentLocks holds;
    @Autowired AsOwner owner;
    @LocalServerPort int port;

    private DavTown.Person els;
    private DocumentId letter;

    @BeforeEach
    void writeALetter() {
        TestAuthority here = town.found();
        els = town.person(here, port);
        CaseFile file = town.file(here, els);
        letter = town.letter(file, els, "Brief & bijlage.docx", "Geachte heer");
    }

    @Test
    void wordOpensALetterLocksItSavesItAndLetsGo() throws IOException {
        var word = new Desk(port, DavTown.opened(els, letter, "MICROSOFT"));

        Browser.Answer options = word.ask("OPTIONS", word.folder(), Map.of(), "");
        assertThat(options.status()).isEqualTo(200);
        assertThat(options.headers())
                .containsEntry("DAV", "1, 2")
                .containsEntry("MS-Author-Via", "DAV");
        assertThat(word.ask("HEAD").status()).isEqualTo(200);
        Browser.Answer locked = word.lock();
        assertThat(locked.status()).isEqualTo(200);
        assertThat(line().document().lock().map(Document.Lock::holder))
                .contains(els.caller().account());
        assertThat(word.ask("GET").body()).isEqualTo("Geachte heer");
        assertThat(word.ask("GET").body()).isEqualTo("Geachte heer");
        assertThat(word.find(word.address(), 0, "").body())
                .contains("<D:getcontentlength>12</D:getcontentlength>", "<D:owner>Els</D:owner>");

        Browser.Answer saved = word.save("Geachte mevrouw", Desk.token(locked));
        assertThat(saved.status()).isEqualTo(204);
        assertThat(word.unlock(Desk.token(locked)).status()).isEqualTo(204);

        DocumentVersion version = line().version();
        assertThat(version.number()).isEqualTo(2);
        assertThat(version.added().why()).isEqualTo("Bewaard uit Word");
        assertThat(version.file().name()).isEqualTo("Brief & bijlage.docx");
        assertThat(text(2)).isEqualTo("Geachte mevrouw");
        assertThat(line().document().lock()).isEmpty();
        assertThat(logged("documents.opened-to-edit")).isEqualTo(1);
        assertThat(logged("documents.replaced")).isEqualTo(1);
    }

    @Test
    void libreOfficeRefreshesItsLockAndSavesASheet() {
        var office = new Desk(port, DavTown.opened(els, letter, "LIBREOFFICE"));

        assertThat(office.find(office.address(), 0, "").status()).isEqualTo(207);
        Browser.Answer locked = office.lock();
        String token = Desk.token(locked);
        assertThat(office.ask("GET").status()).isEqualTo(200);
        assertThat(
                        office.ask(
                                        "LOCK",
                                        office.address(),
                                        Map.of("If", "(" + token + ")", "Timeout", "Second-180"),
                                        "")
                                .status())
                .isEqualTo(200);
        assertThat(office.save("Beste", token).status()).isEqualTo(204);

        assertThat(line().version().added().why()).isEqualTo("Bewaard uit LibreOffice");
    }

    @Test
    void eachSaveThatChangesSomethingIsAVersionAndTheSameIsNone() {
        var word = new Desk(port, DavTown.opened(els, letter, "MICROSOFT"));
        String token = Desk.token(word.lock());

        word.save("Een", token);
        word.save("Een", token);
        word.save("Twee", token);

        assertThat(line().version().number()).isEqualTo(3);
        assertThat(logged("documents.opened-to-edit")).isEqualTo(1);
    }

    @Test
    void aFileThatIsMovedOntoTheDocumentIsASave() throws IOException {
        var word = new Desk(port, DavTown.opened(els, letter, "MICROSOFT"));
        String token = Desk.token(word.lock());
        String name = word.address().substring(word.folder().length());

        assertThat(word.aside("~$ief.docx", "Els").status()).isEqualTo(201);
        assertThat(word.aside("nieuw.tmp", "Uit een ander bestand").status()).isEqualTo(201);
        assertThat(word.move("nieuw.tmp", name, Map.of()).status()).isEqualTo(423);
        Map<String, String> held = Map.of("If", "<" + word.address() + "> (" + token + ")");
        assertThat(word.move("nieuw.tmp", name, held).status()).isEqualTo(204);

        assertThat(text(2)).isEqualTo("Uit een ander bestand");
        assertThat(word.ask("GET", word.folder() + "nieuw.tmp", Map.of(), "").status())
                .isEqualTo(404);
        assertThat(word.find(word.folder(), 1, "").body()).contains("~%24ief.docx");
    }

    @Test
    void theDocumentItselfIsNeitherMovedNorDeletedFromAProgram() {
        var word = new Desk(port, DavTown.opened(els, letter, "MICROSOFT"));
        String name = word.address().substring(word.folder().length());

        assertThat(word.ask("DELETE").status()).isEqualTo(403);
        assertThat(word.move(name, "elders.docx", Map.of()).status()).isEqualTo(403);
        assertThat(word.ask("DELETE", word.folder(), Map.of(), "").status()).isEqualTo(403);

        assertThat(line().version().number()).isEqualTo(1);
    }

    @Test
    void whoHadTakenTheDocumentHimselfStillHasItWhenTheProgramCloses() {
        Callers.run(els.caller(), () -> holds.take(letter));
        var word = new Desk(port, DavTown.opened(els, letter, "MICROSOFT"));

        word.unlock(Desk.token(word.lock()));

        assertThat(line().document().lock()).isPresent();
    }

    @Test
    void theSamePersonInASecondWindowIsToldThatItIsOpen() {
        var first = new Desk(port, DavTown.opened(els, letter, "MICROSOFT"));
        var second = new Desk(port, DavTown.opened(els, letter, "LIBREOFFICE"));
        first.lock();

        Browser.Answer locked = second.lock();

        assertThat(locked.status()).isEqualTo(423);
        assertThat(locked.body()).contains("al open in een ander venster");
        assertThat(second.save("Over het eerste heen").status()).isEqualTo(423);
        assertThat(line().version().number()).isEqualTo(1);
    }

    @Test
    void theButtonsStandWhereTheDocumentMayChangeAndNowhereElse() {
        String page = els.browser().get("/documenten/" + letter).body();
        assertThat(page).contains("Openen in Word", "Openen in LibreOffice");

        int revision = line().document().progress().revision();
        Callers.run(els.caller(), () -> documents.finish(letter, revision));

        assertThat(els.browser().get("/documenten/" + letter).body())
                .doesNotContain("Openen in Word");
        Browser.Answer refused =
                els.browser().post("/documenten/" + letter + "/bewerken", Map.of());
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body()).contains("definitief");
    }

    private DocumentLine line() {
        return Callers.as(els.caller(), () -> documents.get(letter));
    }

    private String text(int version) throws IOException {
        try (var bytes = Callers.as(els.caller(), () -> files.download(letter, version)).bytes()) {
            return new String(bytes.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        }
    }

    private int logged(String action) {
        List<String> lines =
                owner.column(
                        "select id from audit.event where subject_id = '%s' and action = '%s'"
                                .formatted(letter, action));
        return lines.size();
    }
}
