// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import be.onthaal.access.Caller;
import be.onthaal.access.Callers;
import be.onthaal.access.Confidentiality;
import be.onthaal.cases.CaseFile;
import be.onthaal.cases.CaseLine;
import be.onthaal.cases.CaseQuestion;
import be.onthaal.cases.CaseSearch;
import be.onthaal.cases.Cases;
import be.onthaal.common.Conflict;
import be.onthaal.common.NotFound;
import be.onthaal.common.PageRequest;
import be.onthaal.common.Refused;
import be.onthaal.database.Parts;
import be.onthaal.organisation.StandardRole;
import be.onthaal.outbox.internal.Dispatcher;
import be.onthaal.testing.AsOwner;
import be.onthaal.testing.OnthaalTest;
import be.onthaal.testing.TownFixtures;
import be.onthaal.testing.TownFixtures.TestAuthority;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

/** The life of a document, from its first version until it is final or gone. */
@OnthaalTest
@Import(DocumentTown.class)
class DocumentsTest {

    @Autowired DocumentTown town;
    @Autowired TownFixtures towns;
    @Autowired Documents documents;
    @Autowired DocumentLinks links;
    @Autowired DocumentLocks locks;
    @Autowired DocumentFiles files;
    @Autowired Cases cases;
    @Autowired CaseSearch search;
    @Autowired Dispatcher dispatcher;
    @Autowired Parts parts;
    @Autowired AsOwner owner;

    private TestAuthority here;
    private Caller els;
    private Caller jan;
    private CaseFile file;

    @BeforeEach
    void openACase() {
        here = town.found();
        els = towns.person(here, StandardRole.CASE_HANDLER);
        jan = towns.person(here, StandardRole.COORDINATOR);
        file = town.file(els, here.unit(), "Verhuis", Confidentiality.INTERNAL);
    }

    @Test
    void aDocumentGetsVersionsUntilItIsFinal() throws Exception {
        DocumentId id = town.add(els, file, "../../plan\u202Efdp.txt", "De eerste tekst");
        assertThat(get(id).version().file().name()).isEqualTo("planfdp.txt");
        Callers.as(
                els,
                () ->
                        documents.replace(
                                id, 0, DocumentTown.upload("plan2.txt", "De tweede"), "Verbeterd"));
        assertThat(get(id).version().number()).isEqualTo(2);
        assertThatThrownBy(() ->
                        Callers.as(
                                jan,
                                () ->
                                        documents.replace(
                                                id, 0, DocumentTown.upload("oud.txt", "x"), "")))
                .isInstanceOf(Conflict.class);
        Callers.run(els, () -> documents.finish(id, 1));
        refused(
                "documents.final",
                () -> documents.replace(id, 2, DocumentTown.upload("plan3.txt", "x"), ""));
        refused("documents.final", () -> documents.delete(id));
        Callers.run(els, () -> documents.reopen(id, "Er staat een fout in"));
        Callers.run(
                els,
                () -> documents.replace(id, 3, DocumentTown.upload("plan3.txt", "De derde"), ""));
        assertThat(Callers.as(els, () -> documents.versions(id)))
                .extracting(DocumentVersion::number)
                .containsExactly(3, 2, 1);
        try (var bytes = Callers.as(els, () -> files.download(id, 1)).bytes()) {
            assertThat(bytes).hasContent("De eerste tekst");
        }
        assertThat(log(id))
                .containsSubsequence(
                        "documents.added",
                        "documents.replaced",
                        "documents.finished",
                        "documents.reopened",
                        "documents.replaced",
                        "documents.downloaded");
    }

    @Test
    void aLargeFileGoesToDiskAndComesBackUnchanged() throws Exception {
        byte[] large = new byte[3_000_000];
        Arrays.fill(large, (byte) 'a');
        large[2_999_999] = 'b';
        DocumentId id =
                Callers.as(
                        els,
                        () ->
                                documents.add(
                                        file.id(),
                                        DocumentTown.piece("Groot"),
                                        DocumentTown.upload("groot.txt", large)));
        try (var bytes = Callers.as(els, () -> files.download(id, 1)).bytes()) {
            assertThat(bytes.readAllBytes()).isEqualTo(large);
        }
        String hex = get(id).version().file().digest().hex();
        Path onDisk =
                Path.of(
                        "target/test-data/files",
                        here.authority().id().toString(),
                        hex.substring(0, 2),
                        hex);
        Files.write(onDisk, new byte[] {'x'}, StandardOpenOption.APPEND);
        assertThatThrownBy(() -> Callers.as(els, () -> files.download(id, 1)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("is damaged");
    }

    @Test
    void whatIsEmptyTooLargeOrWithoutTitleIsRefused() {
        refused(
                "documents.empty",
                () ->
                        documents.add(
                                file.id(),
                                DocumentTown.piece("Leeg"),
                                DocumentTown.upload("leeg.txt", "")));
        var huge = new Upload("groot.zip", Upload.LARGEST + 1, () -> null);
        refused(
                "documents.too-large",
                () -> documents.add(file.id(), DocumentTown.piece("x"), huge));
        refused(
                "documents.title-missing",
                () ->
                        documents.add(
                                file.id(),
                                DocumentTown.piece(" "),
                                DocumentTown.upload("a.txt", "a")));
    }

    @Test
    void whileSomebodyWorksOnItOthersWaitUnlessTheyTakeItOver() {
        DocumentId id = town.add(els, file, "nota.txt", "nota");
        Callers.run(els, () -> locks.take(id));
        Caller an = towns.person(here, StandardRole.CASE_HANDLER);
        assertThatThrownBy(() -> Callers.run(an, () -> documents.finish(id, 0)))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("documents.locked");
        assertThatThrownBy(() -> Callers.run(an, () -> locks.takeOver(id, "Els is ziek")))
                .isInstanceOf(Refused.class);
        Callers.run(jan, () -> locks.takeOver(id, "Els is ziek"));
        refused("documents.locked", () -> documents.finish(id, 0));
        Callers.run(jan, () -> locks.release(id));
        Callers.run(els, () -> documents.finish(id, 0));
        assertThat(get(id).document().isFinal()).isTrue();
    }

    @Test
    void itIsInSeveralCasesAndBelongsToItsUnitInNone() {
        CaseFile other = town.file(els, here.unit(), "Andere", Confidentiality.INTERNAL);
        DocumentId id = town.add(els, file, "attest.txt", "attest");
        Callers.run(els, () -> links.link(id, other.id()));
        assertThat(Callers.as(els, () -> links.casesOf(id)))
                .extracting(CaseLine::id)
                .containsExactlyInAnyOrder(file.id(), other.id());
        refused("documents.in-more-cases", () -> documents.delete(id));
        Callers.run(els, () -> links.unlink(id, file.id()));
        assertThat(of(file)).isEmpty();
        Callers.run(els, () -> links.unlink(id, other.id()));
        assertThat(get(id).document().progress().cases()).isZero();
        assertThatThrownBy(() -> Callers.run(els, () -> links.unlink(id, other.id())))
                .isInstanceOf(NotFound.class);
    }

    @Test
    void aDraftIsDeletedWithItsBytesUnlessTheyAreKeptElsewhere() {
        DocumentId one = town.add(els, file, "a.txt", "zelfde bytes " + here.unit());
        DocumentId two = town.add(els, file, "b.txt", "zelfde bytes " + here.unit());
        String digest = get(one).version().file().digest().hex();
        Callers.run(els, () -> documents.delete(one));
        dispatcher.drain();
        assertThat(kept(digest)).hasSize(1);
        Callers.run(els, () -> documents.delete(two));
        dispatcher.drain();
        assertThat(kept(digest)).isEmpty();
        assertThatThrownBy(() -> get(two)).isInstanceOf(NotFound.class);
    }

    @Test
    void whatIsInItIsFoundWithItsCaseAndNoLongerWhenItLeaves() {
        DocumentId id = town.add(els, file, "brief.txt", "Over de zeldzame kwartelkoning");
        dispatcher.drain();
        assertThat(get(id).version().reading().state())
                .isEqualTo(DocumentVersion.ReadingState.READ);
        assertThat(found("kwartelkoning")).isEqualTo(1);
        Callers.run(
                els,
                () ->
                        documents.replace(
                                id, 0, DocumentTown.upload("brief.txt", "Over de grutto"), ""));
        dispatcher.drain();
        assertThat(found("kwartelkoning")).isZero();
        assertThat(found("grutto")).isEqualTo(1);
        Document.About about = get(id).document().about();
        Callers.run(jan, () -> documents.describe(id, 1, about, Confidentiality.CONFIDENTIAL));
        assertThat(found("grutto")).isZero();
    }

    @Test
    void onePageOfACaseAsksNoMoreStatementsWithMoreDocuments() {
        for (int i = 0; i < 20; i++) {
            town.add(els, file, "stuk" + i + ".txt", "stuk " + i);
        }
        assertThat(of(file)).hasSize(15);
        assertThat(Callers.as(els, () -> links.list(file.id(), PageRequest.nearest(2, 15))).rows())
                .hasSize(5);
    }

    @Test
    void toAClosedCaseNothingIsAdded() {
        var detail = Callers.as(els, () -> cases.get(file.id()));
        owner.execute(
                "update cases.case_file set status = 'CLOSED', closed_at = now(), closed_by = 'x', result_code = 'answered', retention_action = 'DESTROY', retention_until = '2030-01-01' where id = '%s'"
                        .formatted(detail.file().id()));
        refused(
                "documents.case-closed",
                () ->
                        documents.add(
                                file.id(),
                                DocumentTown.piece("Laat"),
                                DocumentTown.upload("laat.txt", "te laat")));
    }

    private DocumentLine get(DocumentId id) {
        return Callers.as(els, () -> documents.get(id));
    }

    private List<DocumentLine> of(CaseFile held) {
        return Callers.as(els, () -> parts.answer(links.partOf(List.of(held.id()), 15)));
    }

    private void refused(String code, Runnable work) {
        assertThatThrownBy(() -> Callers.run(els, work))
                .isInstanceOf(Refused.class)
                .hasMessageContaining(code);
    }

    private int found(String words) {
        return Callers.as(
                        els,
                        () ->
                                search.search(
                                        new CaseQuestion(words, Set.of(), Set.of()),
                                        PageRequest.nearest(1, 10)))
                .page()
                .rows()
                .size();
    }

    private List<String> kept(String digest) {
        return owner.column(
                "select sha256 from files.content where sha256 = '%s' and authority_id = '%s'"
                        .formatted(digest, here.authority().id()));
    }

    private List<String> log(DocumentId id) {
        return owner.column(
                "select action from audit.event where subject_id = '%s' order by id".formatted(id));
    }
}
