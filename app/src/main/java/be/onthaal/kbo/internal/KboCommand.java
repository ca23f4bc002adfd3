// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.kbo.internal;

import be.onthaal.access.Caller;
import be.onthaal.access.Callers;
import be.onthaal.common.OnthaalException;
import be.onthaal.kbo.Extract;
import be.onthaal.web.Text;
import be.onthaal.web.Texts;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.CommandLineRunner;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

/** {@code ./onthaal kbo}: takes an extract or update of KBO Open Data, and says how it goes. */
@Component
@ConditionalOnProperty(name = "onthaal.command", havingValue = "kbo")
class KboCommand implements CommandLineRunner {

    private static final Caller SELF = Caller.service("opdrachtregel");

    private final ExtractIntake intake;
    private final Text text;
    private final Path zip;

    KboCommand(ExtractIntake intake, Texts texts, @Value("${onthaal.kbo.zip}") String zip) {
        this.intake = intake;
        this.text = texts.dutch();
        this.zip = Path.of(zip);
    }

    @Override
    public void run(String... arguments) {
        PrintStream out = System.out;
        try {
            follow(Callers.as(SELF, this::offer), out);
        } catch (OnthaalException refusal) {
            throw new IllegalStateException(text.of(Loading.why(refusal)));
        }
    }

    private Extract offer() {
        try (var content = Files.newInputStream(zip)) {
            return intake.offer(zip.getFileName().toString(), content);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private void follow(Extract offered, PrintStream out) {
        var about = offered.about();
        out.println(text.of("kbo.begun", text.of("ExtractKind." + about.kind()), about.number()));
        Extract now = offered;
        int said = 0;
        while (now.state() == Extract.State.LOADING) {
            intake.step();
            now = Callers.as(SELF, () -> intake.get(offered.id()));
            said = say(now, said, out);
        }
        now.problem()
                .ifPresent(why -> {
                    throw new IllegalStateException(text.of(why));
                });
        out.println(text.of("kbo.finished", about.number(), text.date(about.snapshotOn())));
    }

    private int say(Extract extract, int said, PrintStream out) {
        List<Extract.Step> steps = extract.progress().finished();
        for (Extract.Step step : steps.subList(said, steps.size())) {
            String rows =
                    extract.counts().containsKey(step.name())
                            ? text.count(extract.counts().getOrDefault(step.name(), 0L))
                            : "";
            String name = text.of("kbo.step." + step.name());
            out.printf("  %-24s %12s %9.1f s%n", name, rows, step.millis() / 1_000.0);
        }
        return steps.size();
    }
}
