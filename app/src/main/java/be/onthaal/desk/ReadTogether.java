// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.desk;

import be.onthaal.audit.Audit;
import be.onthaal.audit.AuditEvent;
import be.onthaal.cases.CaseDetail;
import be.onthaal.cases.CaseId;
import be.onthaal.cases.CaseLine;
import be.onthaal.cases.CaseLinks;
import be.onthaal.cases.CaseNote;
import be.onthaal.cases.CaseRoles;
import be.onthaal.cases.MergedCase;
import be.onthaal.cases.Origin;
import be.onthaal.database.Part;
import be.onthaal.party.PartyId;
import be.onthaal.timeline.Timeline;
import be.onthaal.timeline.TimelineLine;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** What cases hold that were merged into another, read with that one. */
@Component
class ReadTogether {

    private final DeskModules modules;
    private final CaseMail mail;
    private final Timeline timeline;
    private final Audit audit;

    ReadTogether(DeskModules modules, CaseMail mail, Timeline timeline, Audit audit) {
        this.modules = modules;
        this.mail = mail;
        this.timeline = timeline;
        this.audit = audit;
    }

    Part<List<TimelineLine>> story(List<CaseId> members, int most) {
        return timeline.partOf(members.stream().map(CaseId::value).toList(), most);
    }

    /** What was written and received, the newest first. */
    Part<List<Letter>> letters(CaseDetail detail) {
        Part<List<Letter>> all = letters(detail.file().id(), detail.file().intake().origin());
        for (MergedCase merged : detail.merged()) {
            all = all.with(letters(merged.other().id(), merged.origin()), ReadTogether::both);
        }
        return all.then(letters ->
                letters.stream().sorted(Comparator.comparing(Letter::at).reversed()).toList());
    }

    private Part<List<Letter>> letters(CaseId id, Optional<Origin> origin) {
        return modules.dispatches()
                .partOfCase(id.value())
                .with(mail.of(id, origin), (sent, received) -> Letter.of(sent, received).toList());
    }

    /** What was noted, the newest first. */
    Part<List<CaseNote>> notes(CaseDetail detail) {
        Part<List<CaseNote>> notes =
                others(detail.members(), modules.merges()::partOfNotes)
                        .then(found -> both(detail.notes(), found));
        return notes.then(
                all -> all.stream().sorted(Comparator.comparing(CaseNote::at).reversed()).toList());
    }

    /** Who else is in the cases that were merged into it, and with which cases these are linked. */
    Part<CasePage.Along> along(List<CaseId> members) {
        Set<CaseId> these = new HashSet<>(members);
        Part<List<CaseRoles.Holder>> holders = others(members, modules.roles()::partOf);
        Part<List<CaseLinks.Linked>> links = others(members, modules.links()::partOf);
        return holders.with(
                links,
                (people, cases) ->
                        new CasePage.Along(
                                people,
                                cases.stream()
                                        .filter(link -> !these.contains(link.other().id()))
                                        .toList()));
    }

    /** Each of them is shown, and is logged as that. */
    void consulted(List<MergedCase> merged) {
        for (MergedCase each : merged) {
            CaseLine line = each.other();
            List<UUID> about = line.customer().party().map(PartyId::value).stream().toList();
            audit.consulted(
                    AuditEvent.of(
                                    "cases.consulted",
                                    AuditEvent.Subject.of(
                                                    "CASE",
                                                    line.id().value(),
                                                    line.traits().confidentiality(),
                                                    line.placement().unit())
                                            .inCase(line.id().value()))
                            .about(about)
                            .with("number", line.number().display()));
        }
    }

    private static <T> Part<List<T>> others(
            List<CaseId> members, Function<CaseId, Part<List<T>>> asked) {
        Part<List<T>> all = Part.known(List.of());
        for (CaseId other : members.subList(1, members.size())) {
            all = all.with(asked.apply(other), ReadTogether::both);
        }
        return all;
    }

    private static <T> List<T> both(List<T> one, List<T> other) {
        return Stream.concat(one.stream(), other.stream()).toList();
    }
}
