// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.decisions;

import be.onthaal.decisions.DecisionTable.Head;
import be.onthaal.decisions.internal.Asking;
import be.onthaal.decisions.internal.TableStore;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The one decision service of the product: asks a table of the authority, and always answers with
 * an outcome or with the reason why there is none.
 */
@Service
public class Decisions {

    private final TableStore store;
    private final Asking asking;

    Decisions(TableStore store, Asking asking) {
        this.store = store;
        this.asking = asking;
    }

    /** What the version that holds on this day decides. */
    @Transactional(readOnly = true)
    public Outcome decide(String key, Map<String, Value> inputs, LocalDate on) {
        Optional<Head> head = store.holding(key, on);
        if (head.isEmpty()) {
            return new Outcome.NotDecided(Finding.error("decisions.no-version", key, on));
        }
        Head held = head.get();
        return asking.published(held, () -> store.get(held.id()).model(), inputs);
    }

    /** What the version that holds on this day asks for, by name; nothing when none holds. */
    @Transactional(readOnly = true)
    public List<String> asks(String key, LocalDate on) {
        return store.holding(key, on)
                .map(head -> asking.asks(head, () -> store.get(head.id()).model()))
                .orElse(List.of());
    }

    /** Whether a version holds on this day, so that a module may go on without one. */
    @Transactional(readOnly = true)
    public boolean has(String key, LocalDate on) {
        return store.holding(key, on).isPresent();
    }
}
