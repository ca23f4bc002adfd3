// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import be.onthaal.access.Caller;
import be.onthaal.access.Callers;
import be.onthaal.access.Confidentiality;
import be.onthaal.cases.CaseDetail;
import be.onthaal.cases.CaseFile;
import be.onthaal.cases.CaseHandling;
import be.onthaal.cases.CaseId;
import be.onthaal.cases.CaseNote;
import be.onthaal.cases.CaseSplits;
import be.onthaal.cases.CaseTask;
import be.onthaal.cases.CaseTypes;
import be.onthaal.cases.Cases;
import be.onthaal.common.OnthaalException;
import be.onthaal.common.PageRequest;
import be.onthaal.organisation.StandardRole;
import be.onthaal.testing.OnthaalTest;
import be.onthaal.testing.TownFixtures;
import be.onthaal.testing.TownFixtures.TestAuthority;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

/** A part of a case becomes a case of its own, with its documents, and comes back. */
@OnthaalTest
@Import(DocumentTown.class)
class CaseSplitsTest {

    @Autowired DocumentTown town;
    @Autowired TownFixtures towns;
    @Autowired Documents documents;
    @Autowired DocumentLinks links;
    @Autowired CaseSplits splits;
    @Autowired CaseHandling work;
    @Autowired Cases cases;

    private TestAuthority here;
    private Caller els;
    private CaseFile file;
    private DocumentId piece;
    private UUID note;
    private UUID task;

    @BeforeEach
    void aCaseAboutTwoThings() {
        here = town.found();
        els = towns.person(here, StandardRole.CASE_HANDLER);
        file = town.file(els, here.unit(), "Verhuis en een put", Confidentiality.INTERNAL);
        piece = town.add(els, file, "put.txt", "een foto van de put");
        town.add(els, file, "verhuis.txt", "attest");
        Callers.run(els, () -> cases.addNote(file.id(), "Put ligt voor nummer 12"));
        Callers.run(els, () -> work.add(file.id(), "internal-advice"));
        CaseDetail detail = detail(file.id());
        note = detail.notes().getFirst().id();
        task =
                detail.tasks().stream()
                        .filter(each -> each.code().equals("internal-advice"))
                        .map(CaseTask::id)
                        .findFirst()
                        .orElseThrow();
    }

    @Test
    void whatIsChosenGoesAlongAndTheRestStays() {
        CaseId made = split();

        CaseDetail now = detail(made);
        assertThat(now.file().matter().typeCode()).isEqualTo(CaseTypes.INFORMATION_QUESTION);
        assertThat(now.file().term().startsOn()).isEqualTo(file.term().startsOn());
        assertThat(now.notes()).extracting(CaseNote::id).containsExactly(note);
        assertThat(now.tasks()).extracting(CaseTask::id).contains(task);
        assertThat(held(made)).containsExactly(piece);
        CaseDetail before = detail(file.id());
        assertThat(before.notes()).isEmpty();
        assertThat(before.tasks()).extracting(CaseTask::id).doesNotContain(task);
        assertThat(held(file.id())).hasSize(1).doesNotContain(piece);
    }

    @Test
    void itComesBackWholeAsLongAsNothingHappened() {
        CaseId made = split();

        assertThat(Callers.as(els, () -> splits.undo(made))).isEqualTo(file.id());

        assertThat(detail(file.id()).notes()).extracting(CaseNote::id).containsExactly(note);
        assertThat(held(file.id())).hasSize(2).contains(piece);
        assertThat(detail(file.id()).tasks())
                .filteredOn(each -> each.id().equals(task))
                .extracting(CaseTask::state)
                .containsExactly(CaseTask.TaskState.OPEN);
        assertThat(detail(made).file().isClosed()).isTrue();
        refused("cases.unsplit-none", () -> splits.undo(made));
    }

    @Test
    void whatHappenedSinceKeepsItApart() {
        CaseId noted = split();
        Callers.run(els, () -> cases.addNote(noted, "Wegendienst gebeld"));

        refused("cases.unsplit-touched", () -> splits.undo(noted));
    }

    @Test
    void whatIsNotInTheCaseDoesNotGoAlong() {
        CaseFile other = town.file(els, here.unit(), "Andere", Confidentiality.INTERNAL);
        DocumentId elsewhere = town.add(els, other, "b.txt", "b");

        refused("cases.split-nothing", () -> split(List.of(), List.of(), List.of()));
        refused("cases.split-part", () -> split(List.of(), List.of(), List.of(elsewhere.value())));
        refused("cases.split-part", () -> split(List.of(new UUID(1, 1)), List.of(), List.of()));
        UUID mandatory =
                detail(file.id()).tasks().stream()
                        .filter(CaseTask::mandatory)
                        .map(CaseTask::id)
                        .findFirst()
                        .orElseThrow();
        refused("cases.split-part", () -> split(List.of(), List.of(mandatory), List.of()));
        assertThat(held(other.id())).containsExactly(elsewhere);
    }

    private CaseId split() {
        return Callers.as(els, () -> split(List.of(note), List.of(task), List.of(piece.value())));
    }

    private CaseId split(List<UUID> notes, List<UUID> tasks, List<UUID> pieces) {
        int revision = cases.get(file.id()).file().progress().revision();
        return splits.split(
                        file.id(),
                        revision,
                        new CaseSplits.Wish(
                                CaseTypes.INFORMATION_QUESTION,
                                "Put in de weg",
                                "Gaat over iets anders",
                                notes,
                                tasks,
                                pieces))
                .id();
    }

    private List<DocumentId> held(CaseId id) {
        return Callers.as(els, () -> links.list(id, PageRequest.first())).rows().stream()
                .map(line -> line.document().id())
                .toList();
    }

    private CaseDetail detail(CaseId id) {
        return Callers.as(els, () -> cases.get(id));
    }

    private void refused(String code, Runnable step) {
        assertThatThrownBy(() -> Callers.run(els, step))
                .isInstanceOfSatisfying(
                        OnthaalException.class,
                        refused -> assertThat(refused.code()).isEqualTo(code));
    }
}
