// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.records.internal;

import be.onthaal.cases.CaseId;
import be.onthaal.common.Digest;
import be.onthaal.common.Kept;
import be.onthaal.records.spi.Keeper;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.springframework.boot.test.context.TestComponent;

/** A module that lets a case go, unless a test says otherwise. */
@TestComponent
class StubbornKeeper implements Keeper {

    private final AtomicReference<Optional<CaseId>> refused =
            new AtomicReference<>(Optional.empty());
    private final AtomicReference<Optional<CaseId>> killed =
            new AtomicReference<>(Optional.empty());

    /** As when the process dies: nothing catches it. */
    static final class Killed extends Error {

        private static final long serialVersionUID = 1L;
    }

    void refuse(CaseId id) {
        refused.set(Optional.of(id));
    }

    void dieOnce(CaseId id) {
        killed.set(Optional.of(id));
    }

    @Override
    public String name() {
        return "stubborn";
    }

    @Override
    public Kept kept(CaseId id) {
        return new Kept(Map.of(), Digest.of(""), Set.of());
    }

    @Override
    public void destroy(CaseId id) {
        if (refused.get().equals(Optional.of(id))) {
            throw new IllegalStateException("no");
        }
        if (killed.getAndUpdate(one -> one.filter(other -> !other.equals(id)))
                .equals(Optional.of(id))) {
            throw new Killed();
        }
    }
}
