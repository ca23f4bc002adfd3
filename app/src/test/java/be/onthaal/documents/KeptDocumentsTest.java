// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import be.onthaal.access.Caller;
import be.onthaal.access.Callers;
import be.onthaal.access.Confidentiality;
import be.onthaal.access.UnitId;
import be.onthaal.cases.CaseFile;
import be.onthaal.common.OnthaalException;
import be.onthaal.common.Refused;
import be.onthaal.documents.internal.db.Routines;
import be.onthaal.organisation.StandardRole;
import be.onthaal.organisation.Units;
import be.onthaal.records.Hold;
import be.onthaal.records.Holds;
import be.onthaal.testing.AsOwner;
import be.onthaal.testing.OnthaalTest;
import be.onthaal.testing.TownFixtures;
import be.onthaal.testing.TownFixtures.TestAuthority;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.transaction.support.TransactionOperations;

/** What is in a closed case, or is kept by a rule or a hold, stays as it is. */
@OnthaalTest
@Import(DocumentTown.class)
class KeptDocumentsTest {

    @Autowired DocumentTown town;
    @Autowired TownFixtures towns;
    @Autowired Units units;
    @Autowired Documents documents;
    @Autowired DocumentLinks links;
    @Autowired DocumentLocks locks;
    @Autowired DocumentFiles files;
    @Autowired Holds holds;
    @Autowired DSLContext sql;
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
    }

    @Test
    void inAClosedCaseADocumentIsReadAndNothingElse() throws Exception {
        DocumentId draft = town.add(els, file, "nota.txt", "nota");
        DocumentId end = town.add(els, file, "besluit.txt", "besluit");
        Callers.run(els, () -> documents.finish(end, 0));
        Callers.run(els, () -> locks.take(draft));
        Document.About about = get(draft).document().about();
        close(file);
        refused("documents.in-closed-case", () -> documents.delete(draft));
        refused("documents.in-closed-case", () -> documents.reopen(end, "Fout"));
        refused("documents.in-closed-case", () -> documents.finish(draft, 0));
        refused("documents.in-closed-case", () -> locks.take(draft));
        refused("documents.in-closed-case", () -> documents.admit(draft));
        refused(
                "documents.in-closed-case",
                () -> documents.replace(draft, 0, DocumentTown.upload("a.txt", "a"), ""));
        refused(
                "documents.in-closed-case",
                () -> documents.describe(draft, 0, about, Confidentiality.INTERNAL));
        Callers.run(els, () -> locks.release(draft));
        assertThat(get(draft).document().lock()).isEmpty();
        try (var bytes = Callers.as(els, () -> files.download(draft, 1)).bytes()) {
            assertThat(bytes).hasContent("nota");
        }
    }

    @Test
    void aClosedCaseKeepsItsDocumentAlsoFromWhoDoesNotSeeThatCase() {
        UnitId second =
                Callers.as(
                        here.administrator(),
                        () -> units.open("Sociale dienst", Optional.empty()).id());
        CaseFile hidden = town.file(here.service(), second, "Schuld", Confidentiality.SECRET);
        DocumentId id = town.add(els, file, "loonfiche.txt", "loon");
        Callers.run(here.service(), () -> links.link(id, hidden.id()));
        close(hidden);
        refused(
                "documents.in-closed-case",
                () -> documents.replace(id, 0, DocumentTown.upload("a.txt", "a"), ""));
        refused("documents.in-closed-case", () -> documents.finish(id, 0));
    }

    @Test
    void whatItsKindKeepsIsNotDeleted() {
        DocumentId forEver = town.add(els, file, "besluit.txt", "besluit");
        DocumentId today = town.add(els, file, "nota.txt", "nota");
        DocumentId past = town.add(els, file, "kladje.txt", "kladje");
        keep(forEver, "'KEEP'", "null");
        keep(today, "'DESTROY'", "'2199-01-01'");
        keep(past, "'DESTROY'", "'2020-01-01'");
        refused("documents.kept-for-ever", () -> documents.delete(forEver));
        refused("documents.kept-until", () -> documents.delete(today));
        Callers.run(els, () -> documents.delete(past));
        assertThatThrownBy(() -> get(past)).isInstanceOf(OnthaalException.class);
    }

    @Test
    void aLegalHoldKeepsWhatIsInItsCaseThere() {
        DocumentId id = town.add(els, file, "nota.txt", "nota");
        Caller archivist = towns.person(here, StandardRole.ARCHIVIST);
        Hold hold =
                Callers.as(
                        archivist,
                        () -> holds.onCase(file.number().display(), "Vraag van de rechter"));
        refused("documents.held", () -> documents.delete(id));
        refused("documents.held", () -> links.unlink(id, file.id()));
        Callers.run(archivist, () -> holds.lift(hold.id(), "Uitspraak gedaan"));
        Callers.run(els, () -> documents.delete(id));
    }

    @Test
    void aHoldOnATypeKeepsItsDocumentsToo() {
        DocumentId id = town.add(els, file, "nota.txt", "nota");
        Caller archivist = towns.person(here, StandardRole.ARCHIVIST);
        Callers.run(
                archivist,
                () ->
                        holds.onType(
                                file.matter().typeCode(),
                                LocalDate.of(2000, 1, 1),
                                LocalDate.of(2100, 1, 1),
                                "Onderzoek"));
        refused("documents.held", () -> documents.delete(id));
    }

    @Test
    void theLongestTermOfTwoCasesCounts() {
        DocumentId id = town.add(els, file, "nota.txt", "nota");
        owner.execute(
                "update documents.document set kind = 'report' where id = '%s'".formatted(id));
        keepKind("DESTROY", LocalDate.of(2040, 1, 1));
        keepKind("DESTROY", LocalDate.of(2030, 1, 1));
        assertThat(keeping(id)).containsExactly("DESTROY 2040-01-01");
        keepKind("SAMPLE", LocalDate.of(2050, 1, 1));
        assertThat(keeping(id)).containsExactly("SAMPLE 2050-01-01");
        keepKind("KEEP", null);
        keepKind("DESTROY", LocalDate.of(2060, 1, 1));
        assertThat(keeping(id)).containsExactly("KEEP");
    }

    private void keepKind(String action, LocalDate until) {
        Callers.run(
                here.service(),
                () ->
                        transactions.executeWithoutResult(status ->
                                Routines.keepKind(
                                        sql.configuration(),
                                        file.id().value(),
                                        "report",
                                        action,
                                        until)));
    }

    private List<String> keeping(DocumentId id) {
        return owner.column(
                "select concat_ws(' ', keep_action, keep_until) from documents.document where id = '%s'"
                        .formatted(id));
    }

    private void keep(DocumentId id, String action, String until) {
        owner.execute(
                "update documents.document set keep_action = %s, keep_until = %s where id = '%s'"
                        .formatted(action, until, id));
    }

    private void close(CaseFile one) {
        owner.execute(
                "update cases.case_file set status = 'CLOSED', closed_at = now(), closed_by = 'x', result_code = 'answered', retention_action = 'DESTROY', retention_until = '2030-01-01' where id = '%s'"
                        .formatted(one.id()));
    }

    private DocumentLine get(DocumentId id) {
        return Callers.as(els, () -> documents.get(id));
    }

    private void refused(String code, Runnable work) {
        assertThatThrownBy(() -> Callers.run(els, work))
                .isInstanceOf(Refused.class)
                .hasMessageContaining(code);
    }
}
