// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.audit.internal;

import be.onthaal.access.Authorities;
import be.onthaal.access.Authority;
import be.onthaal.access.Caller;
import be.onthaal.access.Callers;
import be.onthaal.audit.Seals;
import java.io.PrintStream;
import org.springframework.boot.CommandLineRunner;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

/** {@code ./onthaal audit}: checks the chain of every authority and says what it found. */
@Component
@ConditionalOnProperty(name = "onthaal.command", havingValue = "audit")
class CheckCommand implements CommandLineRunner {

    private final Seals seals;
    private final Authorities authorities;

    CheckCommand(Seals seals, Authorities authorities) {
        this.seals = seals;
        this.authorities = authorities;
    }

    @Override
    public void run(String... arguments) {
        PrintStream out = System.out;
        boolean whole = true;
        for (Authority authority : Callers.as(Caller.service("controle"), authorities::list)) {
            Seals.Check check = Callers.as(Caller.service("controle", authority), seals::verify);
            whole &= check.broken().isEmpty();
            String verdict =
                    check.broken()
                            .map(b -> "GEBROKEN bij zegel " + b.seal() + ": " + b.reason())
                            .orElse("heel");
            out.printf(
                    "%-40s %6d zegels %9d regels  %s  %s%n",
                    authority.name(), check.seals(), check.events(), verdict, check.head());
        }
        if (!whole) {
            throw new IllegalStateException("De keten is gebroken");
        }
    }
}
