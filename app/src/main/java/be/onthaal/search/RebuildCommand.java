// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.search;

import java.io.PrintStream;
import org.springframework.boot.CommandLineRunner;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

/** {@code ./onthaal search}: makes the search indexes again, beside a running Onthaal too. */
@Component
@ConditionalOnProperty(name = "onthaal.command", havingValue = "search")
class RebuildCommand implements CommandLineRunner {

    private final IndexRebuild rebuild;

    RebuildCommand(IndexRebuild rebuild) {
        this.rebuild = rebuild;
    }

    @Override
    public void run(String... arguments) {
        PrintStream out = System.out;
        rebuild.run(made ->
                out.printf("%-40s %9.1f s%n", made.index(), made.took().toMillis() / 1_000.0));
        out.println("De zoekindexen zijn opnieuw gemaakt.");
    }
}
