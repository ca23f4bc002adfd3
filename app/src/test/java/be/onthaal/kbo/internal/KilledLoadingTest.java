// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.kbo.internal;

import static org.assertj.core.api.Assertions.assertThat;

import be.onthaal.access.Caller;
import be.onthaal.access.Callers;
import be.onthaal.kbo.EnterpriseFound;
import be.onthaal.kbo.Enterprises;
import be.onthaal.kbo.Extract;
import be.onthaal.kbo.ExtractAbout;
import be.onthaal.kbo.KboFixtures;
import be.onthaal.kbo.SmallExtract;
import be.onthaal.simulators.kbo.OpenData;
import be.onthaal.testing.AsOwner;
import be.onthaal.testing.IntakeProcess;
import be.onthaal.testing.OnthaalTest;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

/**
 * Loading that is stopped: between two steps, inside each of them, and at moments nobody chooses.
 */
@OnthaalTest
@Import(KboFixtures.class)
class KilledLoadingTest {

    private static final Caller IMPORT = Caller.service("test");
    private static final int ENTERPRISES = 30_000;
    private static final int KILLS = 3;

    @Autowired KboFixtures kbo;
    @Autowired Enterprises enterprises;
    @Autowired ExtractIntake extracts;
    @Autowired ExtractStore store;
    @Autowired ExtractFiles files;
    @Autowired Loading loading;
    @Autowired AsOwner owner;

    @BeforeEach
    void load() {
        kbo.empty();
        kbo.load(SmallExtract.full(140).bakery());
    }

    @Test
    void afterEachStepItGoesOnWhereItWas() {
        UUID id = kbo.offer(SmallExtract.full(141).company("0400.000.185", "Garage Maes")).id();
        int steps = Step.of(ExtractAbout.Kind.FULL).size();
        for (int done = 0; done < steps; done++) {
            assertThat(extract(id).progress().finished()).hasSize(done);
            assertThat(found("bakkerij")).hasSize(1);
            assertThat(found("garage")).isEmpty();
            breakDownInside();
            assertThat(extract(id).progress().finished()).hasSize(done);

            assertThat(loading.step()).isTrue();
        }

        assertThat(extract(id).state()).isEqualTo(Extract.State.TAKEN);
        assertThat(found("bakkerij")).isEmpty();
        assertThat(found("garage")).hasSize(1);
        assertThat(kbo.leftovers()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(ExtractAbout.Kind.class)
    void aFailureThatStaysRefusesItAndLeavesNothing(ExtractAbout.Kind kind) {
        boolean update = kind == ExtractAbout.Kind.UPDATE;
        UUID id = kbo.offer(update ? SmallExtract.update(141) : SmallExtract.full(141)).id();
        for (int i = 0; i < 5; i++) {
            breakDownInside();
        }

        assertThat(extract(id).problem().orElseThrow().key()).isEqualTo("error.kbo.failed");
        assertThat(found("bakkerij")).hasSize(1);
        assertThat(kbo.leftovers()).isEmpty();
    }

    @Test
    void aKeptFileThatIsGoneIsSaid() {
        UUID id = kbo.offer(SmallExtract.full(141)).id();
        files.remove(id);

        loading.step();

        assertThat(extract(id).problem().orElseThrow().key()).isEqualTo("error.kbo.file-gone");
    }

    @Test
    void whoeverIsKilledWheneverTheRegisterIsWhole() throws Exception {
        long seed = System.nanoTime();
        var chance = new Random(seed);
        UUID id = offerCountry();
        for (int kill = 0; kill < KILLS; kill++) {
            Process process = start();
            Thread.sleep(chance.nextInt(1_500));
            process.destroyForcibly().waitFor();
            if (extract(id).state() == Extract.State.LOADING) {
                assertThat(found("bakkerij peeters")).as("seed " + seed).isNotEmpty();
            }
        }
        while (extract(id).state() == Extract.State.LOADING) {
            extracts.step();
        }

        Extract taken = extract(id);
        assertThat(taken.problem()).as("seed " + seed).isEmpty();
        assertThat(taken.counts()).containsEntry("enterprise", (long) ENTERPRISES);
        for (String table : List.of("enterprise", "establishment", "denomination", "address")) {
            assertThat(owner.column("select count(*) from kbo." + table))
                    .containsExactly(String.valueOf(taken.counts().get(table)));
        }
        assertThat(kbo.leftovers()).isEmpty();
    }

    /** The next step fails as when its connection breaks: nothing of it stays. */
    private void breakDownInside() {
        owner.execute(
                "create function public.broken() returns trigger language plpgsql as"
                        + " $$ begin raise exception 'broken'; end $$");
        owner.execute(
                "create trigger broken before update of millis on kbo.extract"
                        + " for each row execute function public.broken()");
        try {
            loading.step();
        } finally {
            owner.execute("drop trigger broken on kbo.extract");
            owner.execute("drop function public.broken()");
        }
    }

    private UUID offerCountry() throws IOException {
        var bytes = new ByteArrayOutputStream();
        OpenData.country(ENTERPRISES, 5, 141).full(bytes);
        var zip = new ByteArrayInputStream(bytes.toByteArray());
        return Callers.as(IMPORT, () -> extracts.offer("country.zip", zip)).id();
    }

    private Extract extract(UUID id) {
        return Callers.as(IMPORT, () -> extracts.get(id));
    }

    private List<EnterpriseFound> found(String typed) {
        return Callers.as(IMPORT, () -> enterprises.search(typed, Optional.empty(), 10));
    }

    private Process start() throws IOException {
        String database = owner.column("select current_database()").getFirst();
        Process process =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-Xmx256m",
                                "-XX:TieredStopAtLevel=1",
                                "-cp",
                                System.getProperty("java.class.path"),
                                LoadingProcess.class.getName(),
                                "--onthaal.database.directory=target/test-data",
                                "--onthaal.database.name=" + database,
                                "--onthaal.database.connections=6",
                                "--onthaal.database.shared=true",
                                "--onthaal.mail.intake.enabled=false",
                                "--onthaal.outbox.enabled=false")
                        .redirectErrorStream(true)
                        .start();
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
        var output =
                new BufferedReader(
                        new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        var said = new StringBuilder();
        String line = output.readLine();
        while (line != null && !line.equals(IntakeProcess.READY)) {
            said.append(line).append('\n');
            line = output.readLine();
        }
        assertThat(line).as(said.toString()).isNotNull();
        Thread.ofVirtual().start(() -> output.lines().forEach(ignored -> {}));
        return process;
    }
}
