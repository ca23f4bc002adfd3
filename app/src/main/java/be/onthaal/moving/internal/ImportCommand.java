// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.moving.internal;

import be.onthaal.access.Authorities;
import be.onthaal.access.Authority;
import be.onthaal.access.Caller;
import be.onthaal.access.Callers;
import be.onthaal.common.EnterpriseNumber;
import be.onthaal.common.OnthaalException;
import be.onthaal.database.Ids;
import be.onthaal.moving.internal.reading.Limits;
import be.onthaal.moving.internal.reading.Unpacking;
import be.onthaal.web.Text;
import be.onthaal.web.Texts;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.CommandLineRunner;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

/** {@code ./onthaal import}: tries a folder or ZIP, and brings it in when asked to. */
@Component
@ConditionalOnProperty(name = "onthaal.command", havingValue = "import")
class ImportCommand implements CommandLineRunner {

    private static final String SELF = "opdrachtregel";
    private static final Duration PAUSE = Duration.ofMillis(200);
    private static final int SHOWN = 25;

    private final Authorities authorities;
    private final Transfers transfers;
    private final Steps steps;
    private final Folders folders;
    private final Text text;
    private final Asked asked;

    ImportCommand(
            Authorities authorities,
            Transfers transfers,
            Steps steps,
            Folders folders,
            Texts texts,
            Asked asked) {
        this.authorities = authorities;
        this.transfers = transfers;
        this.steps = steps;
        this.folders = folders;
        this.text = texts.dutch();
        this.asked = asked;
    }

    /** What was asked on the command line. */
    @Component
    @ConditionalOnProperty(name = "onthaal.command", havingValue = "import")
    record Asked(
            @Value("${onthaal.import.folder}") String place,
            @Value("${onthaal.import.authority:}") String authority,
            @Value("${onthaal.import.for-real:false}") boolean forReal) {

        Path folder() {
            return Path.of(place);
        }
    }

    @Override
    public void run(String... arguments) throws InterruptedException {
        PrintStream out = System.out;
        Authority authority = authority();
        try {
            UUID id = begin(authority);
            TransferPage tried = follow(authority, id);
            say(out, tried);
            if (asked.forReal() && tried.transfer().state() == Transfer.State.CHECKED) {
                Callers.run(self(authority), () -> transfers.start(id));
                say(out, follow(authority, id));
            }
        } catch (OnthaalException refusal) {
            throw new IllegalStateException(text.of(Steps.why(refusal)));
        }
    }

    private UUID begin(Authority authority) {
        UUID id = Ids.next();
        var staging = folders.of(authority.id(), id);
        var unpacking = new Unpacking(staging, Limits.USUAL);
        try {
            if (Files.isDirectory(asked.folder())) {
                unpacking.takeFolder(asked.folder());
            } else {
                try (var content = Files.newInputStream(asked.folder())) {
                    unpacking.take(asked.folder().getFileName().toString(), content);
                }
            }
            Callers.run(self(authority), () -> transfers.begin(id, unpacking.kept()));
            return id;
        } catch (IOException failure) {
            staging.clear();
            throw new UncheckedIOException(failure);
        } catch (RuntimeException failure) {
            staging.clear();
            throw failure;
        }
    }

    /** Does the steps itself, beside a running product that may do some of them. */
    private TransferPage follow(Authority authority, UUID id) throws InterruptedException {
        while (Callers.as(self(authority), () -> transfers.get(id)).state().atWork()) {
            if (!steps.step(authority)) {
                Thread.sleep(PAUSE);
            }
        }
        return Callers.as(
                self(authority), () -> transfers.look(id, Optional.of(Verdict.REFUSED), 0));
    }

    private void say(PrintStream out, TransferPage page) {
        Transfer transfer = page.transfer();
        out.println(text.of("moving.number", transfer.number()) + ": " + text.of(key(transfer)));
        transfer.problem().ifPresent(why -> out.println("  " + text.of(why)));
        page.counts()
                .forEach((sheet, came) ->
                        came.forEach((verdict, count) ->
                                out.printf(
                                        "  %-14s %-12s %7d%n",
                                        sheet.fileName(), text.of("Verdict." + verdict), count)));
        for (Line line : page.lines().stream().limit(SHOWN).toList()) {
            String why = line.outcome().flatMap(Line.Outcome::reason).map(text::of).orElse("");
            out.printf("  %s %d: %s%n", line.sheet().fileName(), line.row().line(), why);
        }
        out.println("  " + text.of("moving.report-at", "/beheer/verhuizing/" + transfer.id()));
    }

    private Authority authority() {
        List<Authority> all = Callers.as(Caller.service(SELF), authorities::list);
        Optional<EnterpriseNumber> wanted = EnterpriseNumber.parse(asked.authority());
        List<Authority> fitting =
                all.stream()
                        .filter(one ->
                                asked.authority().isBlank()
                                        || wanted.equals(Optional.of(one.numbers().enterprise())))
                        .toList();
        if (fitting.size() != 1) {
            StringBuilder known = new StringBuilder();
            all.forEach(one ->
                    known.append("\n  ")
                            .append(one.numbers().enterprise().display())
                            .append("  ")
                            .append(one.name()));
            throw new IllegalStateException(text.of("moving.which-authority") + known);
        }
        return fitting.getFirst();
    }

    private static String key(Transfer transfer) {
        return "TransferState." + transfer.state().name();
    }

    private static Caller self(Authority authority) {
        return Caller.service(SELF, authority);
    }
}
