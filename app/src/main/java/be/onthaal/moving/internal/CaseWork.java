// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.moving.internal;

import be.onthaal.access.Confidentiality;
import be.onthaal.cases.CaseFile;
import be.onthaal.cases.CaseId;
import be.onthaal.cases.CaseTransfers;
import be.onthaal.cases.Formerly;
import be.onthaal.cases.OpenCase;
import be.onthaal.cases.Origin;
import be.onthaal.common.Brussels;
import be.onthaal.common.Channel;
import be.onthaal.common.Refused;
import be.onthaal.moving.internal.reading.Cells;
import be.onthaal.moving.internal.reading.Sheet;
import be.onthaal.organisation.EmployeeId;
import be.onthaal.party.PartyId;
import be.onthaal.web.Texts;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Open cases come in and go on here, under a new number that says which one it was. */
@Component
class CaseWork implements SheetWork {

    /** Stands alone on a line between two notes. */
    static final String BETWEEN_NOTES = "-----";

    private final CaseTransfers cases;
    private final Brought brought;
    private final Touched touched;
    private final Texts texts;
    private final Clock clock;

    CaseWork(CaseTransfers cases, Brought brought, Touched touched, Texts texts, Clock clock) {
        this.cases = cases;
        this.brought = brought;
        this.touched = touched;
        this.texts = texts;
        this.clock = clock;
    }

    @Override
    public Sheet sheet() {
        return Sheet.CASES;
    }

    @Override
    public Line.Outcome bring(Line line, Run run) {
        Cells cells = line.cells();
        OpenCase opening = opening(line, run);
        var formerly =
                new Formerly(
                        cells.date("due_on"),
                        cells.optional("phase"),
                        handler(cells, run),
                        notes(cells));
        CaseFile file = cases.takeOver(opening, formerly);
        run.keep(Sheet.CASES, line.key(), file.id().value());
        return Line.Outcome.of(Verdict.NEW, file.id().value());
    }

    /** The number was used and stays: the case is cancelled under it, never removed. */
    @Override
    public void undo(Line line, Run run) {
        UUID id = line.outcome().flatMap(Line.Outcome::ref).orElseThrow();
        touched.refuseSubject(id, run);
        cases.cancel(new CaseId(id), texts.dutch().of("moving.undone-reason"));
        brought.remove(Sheet.CASES, id);
    }

    private OpenCase opening(Line line, Run run) {
        Cells cells = line.cells();
        LocalDate openedOn =
                cells.date("opened_on")
                        .orElseThrow(() -> new Refused("moving.cell-missing", "opened_on"));
        if (openedOn.isAfter(Brussels.today(clock))) {
            throw new Refused("moving.date-future", "opened_on");
        }
        String formerly = texts.dutch().of("moving.formerly", line.key());
        Optional<Run.Named> party =
                cells.optional("party")
                        .map(key ->
                                run.find(Sheet.PARTIES, key)
                                        .orElseThrow(() -> new Refused("moving.party-unknown")));
        return new OpenCase(
                cells.required("type"),
                cells.required("subject"),
                (formerly + "\n" + cells.text("description")).strip(),
                party.flatMap(Run.Named::id).map(PartyId::new),
                run.unit(cells.required("unit")),
                new OpenCase.Intake(
                        cells.optional("channel").map(CaseWork::channel).orElse(Channel.POST),
                        openedOn,
                        Optional.of(new Origin("MOVED", id(line.key())))),
                cells.optional("confidentiality").map(CaseWork::confidentiality));
    }

    /** A colleague who would come in with this transfer cannot be named yet in a trial. */
    private static Optional<EmployeeId> handler(Cells cells, Run run) {
        Optional<String> email = cells.optional("handler");
        Optional<EmployeeId> colleague = email.flatMap(run::colleague);
        if (email.isPresent()
                && colleague.isEmpty()
                && !run.promised(Sheet.EMPLOYEES, Line.email(email.get()))) {
            throw new Refused("moving.handler-unknown");
        }
        return colleague;
    }

    private static List<String> notes(Cells cells) {
        return Stream.of(cells.text("notes").split("(?m)^" + BETWEEN_NOTES + "$"))
                .map(String::strip)
                .filter(note -> !note.isEmpty())
                .toList();
    }

    private static Confidentiality confidentiality(String written) {
        return Stream.of(Confidentiality.values())
                .filter(level -> level.name().equals(written.toUpperCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(() -> new Refused("moving.choice-wrong", "confidentiality"));
    }

    private static Channel channel(String written) {
        return Stream.of(Channel.values())
                .filter(channel -> channel.name().equals(written.toUpperCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(() -> new Refused("moving.choice-wrong", "channel"));
    }

    private static UUID id(String key) {
        return UUID.nameUUIDFromBytes(key.getBytes(StandardCharsets.UTF_8));
    }
}
