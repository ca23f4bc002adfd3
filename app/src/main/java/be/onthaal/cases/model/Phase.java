// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.cases.model;

import java.util.List;

/**
 * A stage of a case (OSLO dossier:Procedurestap), with what is to be done in it.
 *
 * @param next the phases that it may go to; none in the last
 * @param asks the fields that must be filled before it is left or the case closes in it
 */
public record Phase(
        String code,
        Words name,
        PublicStatus status,
        List<String> next,
        List<String> asks,
        List<TaskDefinition> tasks) {

    public Phase {
        next = List.copyOf(next);
        asks = List.copyOf(asks);
        tasks = List.copyOf(tasks);
    }
}
