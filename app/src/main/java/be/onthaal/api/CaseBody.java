// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.api;

import be.onthaal.access.Confidentiality;
import be.onthaal.cases.CaseDetail;
import be.onthaal.cases.CaseFile;
import be.onthaal.cases.CaseNote;
import be.onthaal.cases.CaseStatus;
import be.onthaal.cases.CaseTask;
import be.onthaal.cases.MergedCase;
import be.onthaal.cases.model.TaskKind;
import be.onthaal.common.Channel;
import be.onthaal.organisation.EmployeeId;
import be.onthaal.party.PartyId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** A case with what is to be done and what was noted. */
record CaseBody(
        UUID id,
        String number,
        int revision,
        CaseStatus status,
        String phase,
        Map<String, List<String>> fields,
        Matter matter,
        Customer customer,
        Placement placement,
        Term term,
        Optional<Ending> ending,
        List<Task> tasks,
        List<Note> notes,
        List<Merged> merged,
        Optional<Merged> mergedInto) {

    /** What it is about. */
    record Matter(
            String type, String subject, String description, Confidentiality confidentiality) {}

    /** For whom; nobody when the authority opened it for itself. */
    record Customer(Optional<UUID> party, String name) {}

    /** Who handles it. */
    record Placement(UUID unit, Optional<UUID> handler, String handlerName) {}

    /** When it began, and when it must be done. */
    record Term(Channel channel, Instant openedAt, LocalDate startsOn, LocalDate dueOn) {}

    /** How it ended, and how long it is kept. */
    record Ending(Instant at, String by, String result, Optional<LocalDate> keepUntil) {}

    /** One thing to do. */
    record Task(
            UUID id,
            String code,
            TaskKind kind,
            String title,
            boolean mandatory,
            CaseTask.TaskState state,
            Optional<LocalDate> dueOn) {}

    /** What a colleague wrote down. */
    record Note(UUID id, String text, String author, Instant at) {}

    /** Another case that is one with it since they were merged. */
    record Merged(UUID id, String number, String reason, Instant at) {}

    static CaseBody of(CaseDetail detail) {
        CaseFile file = detail.file();
        return new CaseBody(
                file.id().value(),
                file.number().display(),
                file.progress().revision(),
                file.progress().status(),
                file.progress().phase(),
                file.filled().values().values(),
                matter(file.matter()),
                new Customer(file.customer().party().map(PartyId::value), file.customer().name()),
                new Placement(
                        file.placement().unit().value(),
                        file.placement().handler().map(EmployeeId::value),
                        file.placement().handlerName()),
                new Term(
                        file.intake().channel(),
                        file.intake().openedAt(),
                        file.term().startsOn(),
                        file.term().dueOn()),
                file.progress().closing().map(CaseBody::ending),
                detail.tasks().stream().map(CaseBody::task).toList(),
                detail.notes().stream().map(CaseBody::note).toList(),
                detail.merged().stream().map(CaseBody::merged).toList(),
                detail.into().map(CaseBody::merged));
    }

    private static Matter matter(CaseFile.Matter matter) {
        return new Matter(
                matter.typeCode(),
                matter.subject(),
                matter.description(),
                matter.confidentiality());
    }

    private static Ending ending(CaseFile.Closing closing) {
        return new Ending(closing.at(), closing.by(), closing.resultCode(), closing.keepUntil());
    }

    private static Task task(CaseTask task) {
        return new Task(
                task.id(),
                task.code(),
                task.work().kind(),
                task.title(),
                task.mandatory(),
                task.state(),
                task.dueOn());
    }

    private static Merged merged(MergedCase other) {
        return new Merged(
                other.other().id().value(),
                other.other().number().display(),
                other.reason(),
                other.at());
    }

    private static Note note(CaseNote note) {
        return new Note(note.id(), note.text(), note.author(), note.at());
    }
}
