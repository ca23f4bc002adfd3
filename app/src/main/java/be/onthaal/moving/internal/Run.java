// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.moving.internal;

import be.onthaal.access.UnitId;
import be.onthaal.common.Refused;
import be.onthaal.moving.internal.reading.Sheet;
import be.onthaal.moving.internal.reading.Staging;
import be.onthaal.organisation.EmployeeId;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * One batch of a transfer: what its rows may name. In a trial nothing stays, so that a row may name
 * another one that would have come in before it.
 *
 * @param forReal false in a trial
 */
record Run(Transfer transfer, boolean forReal, Staging staging, Names names, Seen seen) {

    /** What is called how here: units and roles by small letters, colleagues by address. */
    record Names(
            Map<String, UnitId> units,
            Map<String, String> roles,
            Map<String, EmployeeId> colleagues) {}

    /** What came before: in all transfers, and in this one. */
    record Seen(Brought brought, LineStore lines) {}

    /**
     * Something that a row names.
     *
     * @param id what it is here; empty in a trial for what would have come in before
     */
    record Named(Optional<UUID> id) {}

    UnitId unit(String name) {
        return Optional.ofNullable(names.units().get(small(name)))
                .orElseThrow(() -> new Refused("moving.unit-unknown", name));
    }

    /** The code of a role by its code or name. */
    String role(String name) {
        return Optional.ofNullable(names.roles().get(small(name)))
                .orElseThrow(() -> new Refused("moving.role-unknown", name));
    }

    Optional<EmployeeId> colleague(String email) {
        return Optional.ofNullable(names.colleagues().get(Line.email(email)));
    }

    /** What this key names; empty when nothing of that name came in or would have. */
    Optional<Named> find(Sheet sheet, String key) {
        Optional<Named> here =
                seen.brought().find(sheet, key).map(id -> new Named(Optional.of(id)));
        return here.isPresent() || forReal
                ? here
                : seen.lines()
                        .accepted(transfer.id(), sheet, key)
                        .map(line -> new Named(Optional.empty()));
    }

    /** True when an earlier row of this trial would have brought it in under another key. */
    boolean promised(Sheet sheet, String alias) {
        return !forReal && seen.lines().acceptedAlias(transfer.id(), sheet, alias).isPresent();
    }

    void keep(Sheet sheet, String key, UUID id) {
        seen.brought().add(transfer.id(), sheet, key, id);
    }

    /** Who came in with this row can be named by the next. */
    void learn(Line line, Line.Outcome outcome) {
        if (forReal && line.sheet() == Sheet.EMPLOYEES) {
            outcome.ref()
                    .map(EmployeeId::new)
                    .ifPresent(id -> names.colleagues().put(Line.alias(line.row()), id));
        }
    }

    static String small(String name) {
        return name.strip().toLowerCase(Locale.ROOT);
    }
}
