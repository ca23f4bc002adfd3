// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.api;

import be.onthaal.cases.CaseFile;
import be.onthaal.cases.CaseStatus;
import java.util.Optional;
import java.util.UUID;

/**
 * What came of a change: names and numbers, and nothing about people.
 *
 * @param number the number people read aloud
 * @param revision for {@code If-Match} in the next change
 */
record Done(
        UUID id, Optional<String> number, Optional<CaseStatus> status, Optional<Integer> revision) {

    static Done of(UUID id) {
        return new Done(id, Optional.empty(), Optional.empty(), Optional.empty());
    }

    static Done of(UUID id, String number) {
        return new Done(id, Optional.of(number), Optional.empty(), Optional.empty());
    }

    static Done of(UUID id, int revision) {
        return new Done(id, Optional.empty(), Optional.empty(), Optional.of(revision));
    }

    static Done of(CaseFile file) {
        return new Done(
                file.id().value(),
                Optional.of(file.number().display()),
                Optional.of(file.progress().status()),
                Optional.of(file.progress().revision()));
    }
}
