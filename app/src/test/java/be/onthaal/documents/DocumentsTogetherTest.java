// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import be.onthaal.access.Caller;
import be.onthaal.access.Callers;
import be.onthaal.access.Confidentiality;
import be.onthaal.cases.CaseFile;
import be.onthaal.cases.CaseMerges;
import be.onthaal.cases.Cases;
import be.onthaal.common.Digest;
import be.onthaal.common.PageRequest;
import be.onthaal.common.Refused;
import be.onthaal.documents.internal.reader.Found;
import be.onthaal.organisation.StandardRole;
import be.onthaal.outbox.internal.Dispatcher;
import be.onthaal.testing.AsOwner;
import be.onthaal.testing.OnthaalTest;
import be.onthaal.testing.TownFixtures;
import be.onthaal.testing.TownFixtures.TestAuthority;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.transaction.support.TransactionOperations;

/** Two do something with the same document or the same bytes at the same moment. */
@OnthaalTest
@Import(DocumentTown.class)
class DocumentsTogetherTest {

    @Autowired DocumentTown town;
    @Autowired TownFixtures towns;
    @Autowired Documents documents;
    @Autowired DocumentLinks links;
    @Autowired DocumentLocks locks;
    @Autowired DocumentFiles files;
    @Autowired PieceKeeper pieces;
    @Autowired Cases cases;
    @Autowired CaseMerges merges;
    @Autowired FileReadingJob reading;
    @Autowired Dispatcher dispatcher;
    @Autowired TransactionOperations transactions;
    @Autowired AsOwner owner;

    private TestAuthority here;
    private Caller els;
    private CaseFile file;

    @BeforeEach
    void openACase() {
        here = town.found();
        els = towns.person(here, StandardRole.CASE_HANDLER);
        file = town.file(els, here.unit(), "Verhuis", Confidentiality.INTERNAL);
        dispatcher.drain();
    }

    @Test
    void bytesThatSomebodyAddsWhileTheyAreForgottenStay() throws Exception {
        String text = "zelfde bytes " + here.unit();
        DocumentId first = town.add(els, file, "a.txt", text);
        dispatcher.drain();
        Callers.run(els, () -> documents.delete(first));
        whileUncommitted(
                () ->
                        documents.add(
                                file.id(),
                                DocumentTown.piece("b.txt"),
                                DocumentTown.upload("b.txt", text)),
                dispatcher::drain);
        dispatcher.drain();
        DocumentId second =
                Callers.as(els, () -> links.list(file.id(), PageRequest.first()))
                        .rows()
                        .getFirst()
                        .document()
                        .id();
        try (var bytes = Callers.as(els, () -> files.download(second, 1)).bytes()) {
            assertThat(bytes).hasContent(text);
        }
    }

    @Test
    void aDocumentThatAnotherCaseTakesInIsNotDestroyedWithThisOne() throws Exception {
        CaseFile other = town.file(els, here.unit(), "Andere", Confidentiality.INTERNAL);
        DocumentId id = town.add(els, file, "attest.txt", "attest");
        whileUncommitted(
                () -> links.link(id, other.id()),
                () ->
                        Callers.run(
                                here.service(),
                                () ->
                                        transactions.executeWithoutResult(
                                                status -> pieces.destroy(file.id()))));
        assertThat(Callers.as(els, () -> links.casesOf(id)))
                .singleElement()
                .satisfies(line -> assertThat(line.id()).isEqualTo(other.id()));
    }

    @Test
    void whoWaitedForANewVersionFindsTheDocument() throws Exception {
        DocumentId id = town.add(els, file, "nota.txt", "nota");
        whileUncommitted(
                () -> documents.replace(id, 0, DocumentTown.upload("b.txt", "twee"), ""),
                () -> Callers.run(els, () -> locks.take(id)));
        assertThat(Callers.as(els, () -> documents.get(id)).document().lock()).isPresent();
    }

    @Test
    void whatIsDeletedWhileItIsReadLeavesNoPicture() {
        DocumentId id = town.add(els, file, "nota.txt", "nota");
        VersionId version = Callers.as(els, () -> documents.get(id)).version().id();
        Callers.run(els, () -> documents.delete(id));
        byte[] picture = ("beeld " + id).getBytes(StandardCharsets.UTF_8);
        Callers.run(
                here.service(),
                () ->
                        transactions.executeWithoutResult(status ->
                                reading.keep(
                                        version.value(),
                                        new Found("image/png", true, "", 1, "", picture))));
        assertThat(
                        owner.column(
                                "select sha256 from files.content where sha256 = '%s'"
                                        .formatted(Digest.of(picture).hex())))
                .isEmpty();
    }

    @Test
    void nothingIsAddedToACaseThatClosesAtThatMoment() throws Exception {
        List<Object> answers = new ArrayList<>();

        whileUncommitted(
                () -> cases.close(file.id(), 0, "withdrawn"),
                () -> {
                    try {
                        town.add(els, file, "laat.txt", "te laat");
                        answers.add("added");
                    } catch (Refused refusal) {
                        answers.add(refusal.code());
                    }
                });

        assertThat(answers).containsExactly("documents.case-closed");
        assertThat(Callers.as(els, () -> links.list(file.id(), PageRequest.first())).rows())
                .isEmpty();
    }

    @Test
    void aCaseDoesNotCloseWhileADocumentIsAddedToIt() throws Exception {
        whileUncommitted(
                () ->
                        documents.add(
                                file.id(),
                                DocumentTown.piece("nog.txt"),
                                DocumentTown.upload("nog.txt", "nog net")),
                () -> Callers.run(els, () -> cases.close(file.id(), 0, "withdrawn")));

        assertThat(Callers.as(els, () -> cases.get(file.id())).file().isClosed()).isTrue();
        assertThat(Callers.as(els, () -> links.list(file.id(), PageRequest.first())).rows())
                .hasSize(1);
    }

    @Test
    void aPieceOfAMergedCaseIsReadAndChangedInTheOneThatGoesOn() {
        CaseFile other = town.file(els, here.unit(), "Andere", Confidentiality.INTERNAL);
        DocumentId id = town.add(els, file, "attest.txt", "attest");
        Callers.run(
                els,
                () -> merges.merge(file.id(), 0, other.id(), new CaseMerges.Wish("Dubbel", false)));

        assertThat(Callers.as(els, () -> links.list(other.id(), PageRequest.first())).rows())
                .extracting(line -> line.document().id())
                .containsExactly(id);
        Callers.run(els, () -> documents.replace(id, 0, DocumentTown.upload("b.txt", "b"), ""));
        int revision = Callers.as(els, () -> cases.get(other.id())).file().progress().revision();
        Callers.run(els, () -> cases.close(other.id(), revision, "withdrawn"));
        assertThatThrownBy(() ->
                        Callers.as(
                                els,
                                () ->
                                        documents.replace(
                                                id, 1, DocumentTown.upload("c.txt", "c"), "")))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("documents.in-closed-case");
    }

    /** Does the second while the first is done and not committed, and commits when that waits. */
    private void whileUncommitted(Runnable first, Runnable second) throws Exception {
        var done = new CountDownLatch(1);
        var go = new CountDownLatch(1);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<?> one =
                    threads.submit(() ->
                            Callers.run(
                                    els,
                                    () ->
                                            transactions.executeWithoutResult(status -> {
                                                first.run();
                                                done.countDown();
                                                await(go);
                                            })));
            assertThat(done.await(30, TimeUnit.SECONDS)).isTrue();
            Future<?> two = threads.submit(second);
            for (int i = 0; i < 100 && !two.isDone() && nobodyWaits(); i++) {
                Thread.sleep(50);
            }
            go.countDown();
            one.get(30, TimeUnit.SECONDS);
            two.get(30, TimeUnit.SECONDS);
        }
    }

    private boolean nobodyWaits() {
        return owner.column("select pid from pg_locks where not granted").isEmpty();
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await(30, TimeUnit.SECONDS);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
