// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import be.onthaal.access.Caller;
import be.onthaal.access.Callers;
import be.onthaal.access.Confidentiality;
import be.onthaal.cases.CaseFile;
import be.onthaal.common.Refused;
import be.onthaal.documents.DocumentVersion.CheckState;
import be.onthaal.organisation.StandardRole;
import be.onthaal.outbox.internal.Dispatcher;
import be.onthaal.simulators.clamd.ClamdSimulator;
import be.onthaal.testing.MovableClock;
import be.onthaal.testing.OnthaalTest;
import be.onthaal.testing.TownFixtures;
import be.onthaal.testing.TownFixtures.TestAuthority;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** A file with a virus is kept, seen and opened by nobody. */
@OnthaalTest
@Import(DocumentTown.class)
class InfectedDocumentTest {

    private static final ClamdSimulator CLAMD = ClamdSimulator.start(0);

    @Autowired DocumentTown town;
    @Autowired TownFixtures towns;
    @Autowired Documents documents;
    @Autowired DocumentFiles files;
    @Autowired PagePictures pictures;
    @Autowired Dispatcher dispatcher;
    @Autowired MovableClock clock;

    private Caller els;
    private CaseFile file;

    @DynamicPropertySource
    static void here(DynamicPropertyRegistry registry) {
        registry.add("onthaal.documents.clamd.host", () -> "127.0.0.1");
        registry.add("onthaal.documents.clamd.port", CLAMD::port);
        registry.add("onthaal.documents.wait-for-check", () -> "true");
    }

    @AfterAll
    static void stop() {
        CLAMD.close();
    }

    @BeforeEach
    void openACase() {
        CLAMD.behave(ClamdSimulator.Mood.USUAL);
        TestAuthority here = town.found();
        els = towns.person(here, StandardRole.CASE_HANDLER);
        file = town.file(els, here.unit(), "Zaak", Confidentiality.INTERNAL);
    }

    @Test
    void aVirusSealsItsVersionAndTheNextOneIsFree() throws Exception {
        DocumentId id = town.add(els, file, "factuur.txt", ClamdSimulator.EICAR);
        dispatcher.drain();
        DocumentVersion sealed = Callers.as(els, () -> documents.get(id)).version();
        assertThat(sealed.isSealed()).isTrue();
        assertThat(sealed.check().finding()).isEqualTo(ClamdSimulator.FINDING);
        refused("documents.infected", () -> files.download(id, 1));
        refused("documents.infected", () -> pictures.page(id, 1, 1));
        assertThat(Callers.as(els, () -> documents.text(id, 1)).text()).isEmpty();
        Callers.run(
                els,
                () -> documents.replace(id, 0, DocumentTown.upload("goed.txt", "In orde"), ""));
        dispatcher.drain();
        try (var bytes = Callers.as(els, () -> files.download(id, 2)).bytes()) {
            assertThat(bytes).hasContent("In orde");
        }
        refused("documents.infected", () -> files.download(id, 1));
    }

    @Test
    void whileNobodyAnswersItWaitsAndIsCheckedAgain() {
        CLAMD.behave(ClamdSimulator.Mood.DROPS);
        DocumentId id = town.add(els, file, "nota.txt", "nota");
        dispatcher.drain();
        assertThat(state(id)).isEqualTo(CheckState.WAITING);
        refused("documents.unchecked", () -> files.download(id, 1));
        CLAMD.behave(ClamdSimulator.Mood.USUAL);
        clock.advance(Duration.ofMinutes(2));
        dispatcher.drain();
        assertThat(state(id)).isEqualTo(CheckState.CLEAN);
        assertThat(Callers.as(els, () -> files.download(id, 1)).version().number()).isEqualTo(1);
    }

    private CheckState state(DocumentId id) {
        return Callers.as(els, () -> documents.get(id)).version().check().state();
    }

    private void refused(String code, Runnable work) {
        assertThatThrownBy(() -> Callers.run(els, work))
                .isInstanceOf(Refused.class)
                .hasMessageContaining(code);
    }
}
