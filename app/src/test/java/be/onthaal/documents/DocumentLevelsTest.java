// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import be.onthaal.access.Caller;
import be.onthaal.access.Callers;
import be.onthaal.access.Confidentiality;
import be.onthaal.cases.CaseFile;
import be.onthaal.cases.CaseTypes;
import be.onthaal.common.NotFound;
import be.onthaal.organisation.StandardRole;
import be.onthaal.testing.AsOwner;
import be.onthaal.testing.OnthaalTest;
import be.onthaal.testing.TownFixtures;
import be.onthaal.testing.TownFixtures.TestAuthority;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

/** A piece is as confidential as its kind says, whoever describes it and however often. */
@OnthaalTest
@Import(DocumentTown.class)
class DocumentLevelsTest {

    private static final String LIVING_WAGE = "living-wage";
    private static final String SOCIAL_REPORT = "report";

    @Autowired DocumentTown town;
    @Autowired TownFixtures towns;
    @Autowired CaseTypes types;
    @Autowired Documents documents;
    @Autowired AsOwner owner;

    private TestAuthority here;
    private Caller els;
    private CaseFile file;

    @BeforeEach
    void openACase() {
        here = towns.found().ocmw();
        Callers.run(here.administrator(), types::installStandard);
        els = towns.person(here, StandardRole.SOCIAL_WORKER);
        file =
                town.file(
                        here.service(),
                        here.unit(),
                        "Leefloon",
                        Confidentiality.CONFIDENTIAL,
                        LIVING_WAGE);
    }

    @Test
    void describingItDoesNotUndoTheLevelOfItsKind() {
        DocumentId id = add(els, Optional.of(SOCIAL_REPORT));
        assertThat(level(id)).isEqualTo(Confidentiality.SECRET);
        describe(id, Optional.of(SOCIAL_REPORT), Confidentiality.CONFIDENTIAL);
        assertThat(level(id)).isEqualTo(Confidentiality.SECRET);
    }

    @Test
    void aKindThatItsCaseDoesNotKnowIsRefused() {
        DocumentId id = add(els, Optional.empty());
        assertThatThrownBy(
                        () -> describe(id, Optional.of("unheard-of"), Confidentiality.CONFIDENTIAL))
                .isInstanceOf(NotFound.class)
                .hasMessageContaining("documents.kind");
    }

    @Test
    void whatBecomesMoreConfidentialIsSoOnTheTimelineAndSaidInTheLog() {
        DocumentId id = add(els, Optional.empty());
        assertThat(told(id)).containsExactly("documents.added 2");
        describe(id, Optional.of(SOCIAL_REPORT), Confidentiality.CONFIDENTIAL);
        assertThat(level(id)).isEqualTo(Confidentiality.SECRET);
        assertThat(told(id)).containsExactly("documents.added 3", "documents.described 3");
        assertThat(
                        owner.column(
                                "select detail::text from audit.event where subject_id = '%s' and action = 'documents.described'"
                                        .formatted(id)))
                .singleElement()
                .satisfies(
                        detail -> assertThat(detail).contains("CONFIDENTIAL").contains("SECRET"));
    }

    @Test
    void addingWhatOneMayNotSeeAfterwardsIsLoggedAllTheSame() {
        var rights =
                new Caller.Rights(
                        els.rights().permissions(), Set.of(), Confidentiality.CONFIDENTIAL);
        var outsider =
                new Caller(
                        els.kind(),
                        els.actor(),
                        els.name(),
                        els.scope(),
                        els.employee(),
                        rights,
                        els.purpose());
        DocumentId id = add(outsider, Optional.of(SOCIAL_REPORT));
        assertThatThrownBy(() -> Callers.run(outsider, () -> documents.get(id)))
                .isInstanceOf(NotFound.class);
        assertThat(told(id)).containsExactly("documents.added 3");
        assertThat(
                        owner.column(
                                "select action from audit.event where subject_id = '%s' and actor = '%s'"
                                        .formatted(id, els.actor())))
                .containsExactly("documents.added");
    }

    private DocumentId add(Caller who, Optional<String> kind) {
        Document.About about = DocumentTown.piece("Verslag").about();
        var command = new NewDocument(kinded(about, kind), Optional.empty(), Optional.empty());
        return Callers.as(
                who,
                () ->
                        documents.add(
                                file.id(), command, DocumentTown.upload("verslag.txt", "tekst")));
    }

    private void describe(DocumentId id, Optional<String> kind, Confidentiality level) {
        Document now = Callers.as(els, () -> documents.get(id)).document();
        Callers.run(
                els,
                () ->
                        documents.describe(
                                id, now.progress().revision(), kinded(now.about(), kind), level));
    }

    private static Document.About kinded(Document.About about, Optional<String> kind) {
        return new Document.About(
                about.title(),
                kind,
                about.direction(),
                about.dated(),
                about.author(),
                about.locale());
    }

    private Confidentiality level(DocumentId id) {
        return Callers.as(els, () -> documents.get(id)).document().placement().confidentiality();
    }

    private List<String> told(DocumentId id) {
        return owner.column(
                "select event || ' ' || confidentiality from timeline.line where ref_id = '%s' order by at, id"
                        .formatted(id));
    }
}
