// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.kbo;

import be.onthaal.kbo.internal.ExtractIntake;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * Takes files of KBO Open Data. What is offered here is the register of every authority of the
 * installation, so only who administers may, and the log says who did. A job brings it in: it
 * survives a restart, and searches see the old register until the new one is whole.
 */
@Component
public class Extracts {

    private final ExtractIntake intake;

    Extracts(ExtractIntake intake) {
        this.intake = intake;
    }

    /** Keeps a file and begins with it; one that cannot be taken is refused here and now. */
    public Extract offer(String name, InputStream content) {
        return intake.offer(name, content);
    }

    /** Offers a file and brings it in before it returns, for small ones such as the demo's. */
    public Extract load(String name, InputStream content) {
        return intake.load(name, content);
    }

    /** How far it is and what became of it. */
    public Optional<Extract> find(UUID id) {
        return intake.find(id);
    }

    /** The extracts that were offered, newest first. */
    public List<Extract> list(int most) {
        return intake.list(most);
    }
}
