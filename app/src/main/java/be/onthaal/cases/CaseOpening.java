// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.cases;

import be.onthaal.access.Callers;
import be.onthaal.access.Confidentiality;
import be.onthaal.common.Brussels;
import be.onthaal.common.FreeText;
import be.onthaal.common.Refused;
import be.onthaal.common.Term;
import be.onthaal.common.TermEnd;
import be.onthaal.common.TermRule;
import be.onthaal.database.Ids;
import be.onthaal.organisation.Unit;
import be.onthaal.organisation.Units;
import be.onthaal.party.Parties;
import be.onthaal.party.PartySummary;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Makes a new case of what was asked: checked, with its customer, its term and no number yet. */
@Component
class CaseOpening {

    private static final int LONGEST_DESCRIPTION = 200_000;

    private final Parties parties;
    private final Units units;
    private final CaseCalendars calendars;
    private final Clock clock;

    CaseOpening(Parties parties, Units units, CaseCalendars calendars, Clock clock) {
        this.parties = parties;
        this.units = units;
        this.calendars = calendars;
        this.clock = clock;
    }

    /** The case, as far as it does not depend on its number. */
    record Prepared(
            CaseFile.Matter matter,
            CaseFile.Customer customer,
            CaseFile.Placement placement,
            CaseFile.Intake intake,
            CaseFile.Term term,
            CaseFile.Progress progress) {

        CaseFile numbered(be.onthaal.common.PublicNumber number) {
            return new CaseFile(
                    new CaseId(Ids.next()),
                    number,
                    matter,
                    customer,
                    placement,
                    intake,
                    term,
                    progress,
                    CaseFile.Filled.NOTHING);
        }
    }

    Prepared prepare(OpenCase command, CaseType type) {
        Unit unit = units.get(command.unit());
        if (!unit.openOn(Brussels.today(clock))) {
            throw new Refused("organisation.unit-closed", unit.name());
        }
        TermRule rule = type.definition().term();
        Instant now = clock.instant();
        LocalDate receivedOn = command.intake().receivedOn();
        TermEnd end =
                Term.of(rule, CaseCalendars.start(rule, receivedOn, now))
                        .end(calendars.of(rule, command.unit()));
        Optional<PartySummary> customer = command.party().map(parties::meet);
        return new Prepared(
                matter(command, type),
                new CaseFile.Customer(command.party(), customer.map(PartySummary::name).orElse("")),
                new CaseFile.Placement(command.unit(), Optional.empty(), ""),
                new CaseFile.Intake(command.intake().channel(), now, command.intake().origin()),
                new CaseFile.Term(receivedOn, end, 0, Optional.empty()),
                new CaseFile.Progress(
                        type.definition().phases().getFirst().code(),
                        now,
                        CaseStatus.OPEN,
                        Optional.empty(),
                        0,
                        new CaseFile.Changed(now, Callers.current().name())));
    }

    /** What it came from can make a case more confidential than its type, and never less. */
    private static Confidentiality atLeast(
            Confidentiality ofType, Optional<Confidentiality> asked) {
        return asked.filter(level -> level.compareTo(ofType) > 0).orElse(ofType);
    }

    private static CaseFile.Matter matter(OpenCase command, CaseType type) {
        return new CaseFile.Matter(
                type.id(),
                type.code(),
                type.definition().name().nl(),
                FreeText.required(
                        command.subject(),
                        Cases.LONGEST_SUBJECT,
                        "cases.subject-missing",
                        "cases.subject-too-long"),
                FreeText.clean(
                        command.description(), LONGEST_DESCRIPTION, "cases.description-too-long"),
                atLeast(type.definition().confidentiality(), command.confidentiality()));
    }
}
