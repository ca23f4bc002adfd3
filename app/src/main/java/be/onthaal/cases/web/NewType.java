// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.cases.web;

import be.onthaal.access.Confidentiality;
import be.onthaal.cases.model.CaseTypeDefinition;
import be.onthaal.cases.model.Phase;
import be.onthaal.cases.model.PublicStatus;
import be.onthaal.cases.model.Result;
import be.onthaal.cases.model.Retention;
import be.onthaal.cases.model.TaskDefinition;
import be.onthaal.cases.model.TaskKind;
import be.onthaal.cases.model.Words;
import be.onthaal.common.TermRule;
import java.util.List;
import java.util.Optional;

/** With what a new type begins: the least that a case can go through. */
final class NewType {

    private static final int WORKING_DAYS = 10;
    private static final int YEARS = 5;
    private static final int WARN_BEFORE = 2;

    private NewType() {}

    static CaseTypeDefinition named(String name) {
        return new CaseTypeDefinition(
                Words.dutch(name),
                Words.NONE,
                new TermRule(
                        WORKING_DAYS, TermRule.Unit.WORKING_DAYS, TermRule.Start.DAY_AFTER, true),
                Optional.empty(),
                WARN_BEFORE,
                List.of(handling()),
                List.of(),
                List.of(),
                List.of(),
                List.of(handled()),
                List.of(),
                List.of(),
                Confidentiality.INTERNAL,
                Optional.empty(),
                List.of());
    }

    private static Phase handling() {
        var name = new Words("In behandeling", "En traitement", "In progress");
        return new Phase(
                "handling",
                name,
                new PublicStatus(
                        name,
                        PublicStatus.DosisPhase.BEHANDELING,
                        PublicStatus.DosisCode.IN_BEHANDELING,
                        false),
                List.of(),
                List.of(),
                List.of(
                        new TaskDefinition(
                                "handle",
                                new Words("Behandelen", "Traiter", "Handle"),
                                TaskKind.WORK,
                                true,
                                false,
                                List.of(),
                                List.of(),
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty(),
                                List.of())));
    }

    private static Result handled() {
        var name = new Words("Afgehandeld", "Traité", "Handled");
        return new Result(
                "handled",
                name,
                new PublicStatus(
                        name,
                        PublicStatus.DosisPhase.AFGEROND,
                        PublicStatus.DosisCode.BESLIST,
                        false),
                false,
                List.of(),
                List.of(),
                Optional.of(new Retention(Retention.Action.DESTROY, YEARS)));
    }
}
