// SPDX-License-Identifier: EUPL-1.2
/**
 * Cases: pieces of work for a customer or for the authority, from opening to result.
 *
 * <p>Owns case types in versions, case files with their numbers, terms, tasks, notes and retention,
 * and reply templates. Publishes {@link be.onthaal.cases.Cases} and, inside the transaction, {@link
 * be.onthaal.cases.CaseOpened}, {@link be.onthaal.cases.CaseAssigned}, {@link
 * be.onthaal.cases.CaseAnswerReceived}, {@link be.onthaal.cases.CaseClosed} and {@link
 * be.onthaal.cases.CaseReopened}; and for each step of any sort {@link
 * be.onthaal.cases.CaseStepTaken}.
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "common",
            "database",
            "access",
            "audit",
            "search",
            "timeline",
            "organisation",
            "party",
            "party :: spi",
            "decisions",
            "jobs",
            "web"
        })
package be.onthaal.cases;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
