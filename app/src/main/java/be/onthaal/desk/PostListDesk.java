// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.desk;

import be.onthaal.access.Callers;
import be.onthaal.access.Permission;
import be.onthaal.audit.Audit;
import be.onthaal.audit.AuditEvent;
import be.onthaal.common.Brussels;
import be.onthaal.common.Page;
import be.onthaal.common.PageRequest;
import be.onthaal.common.Refused;
import be.onthaal.database.Part;
import be.onthaal.database.Parts;
import be.onthaal.desk.Sheet.Cell;
import be.onthaal.organisation.Employee;
import be.onthaal.organisation.EmployeeId;
import be.onthaal.party.PartyId;
import be.onthaal.post.CaseLink;
import be.onthaal.post.EntryId;
import be.onthaal.post.PostFilter;
import be.onthaal.post.PostLine;
import be.onthaal.post.PostLists;
import be.onthaal.post.RegisterEntry;
import be.onthaal.web.Text;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Lists of the post register: looked at, and taken along as a table. */
@Service
class PostListDesk {

    static final String LIST = "post";

    /** Whoever needs more asks for less at a time. */
    static final int MOST = 10_000;

    private static final int CUSTOMERS_IN_A_LINE = 1_000;

    private final PostLists entries;
    private final SavedViews views;
    private final Lists lists;
    private final Consultations consultations;
    private final Audit audit;
    private final Parts parts;

    PostListDesk(
            PostLists entries,
            SavedViews views,
            Lists lists,
            Consultations consultations,
            Audit audit,
            Parts parts) {
        this.entries = entries;
        this.views = views;
        this.lists = lists;
        this.consultations = consultations;
        this.audit = audit;
        this.parts = parts;
    }

    @Transactional
    PostListPage show(PostQuery query, int number, Optional<CasesPage.Bulk> bulk) {
        Part<Page<PostLine>> page =
                entries.page(query.filter(), PageRequest.nearest(number, PageRequest.USUAL_SIZE));
        Part<Map<PostFilter.View, Long>> counts = entries.counts();
        Part<List<SavedView>> kept = views.of(LIST);
        Parts.Answers answers = parts.ask(page, counts, kept);
        Page<PostLine> lines = answers.to(page);
        consultations.list(
                "desk.post-viewed", lines.rows().stream().flatMap(PostListDesk::party).toList());
        return new PostListPage(
                query,
                lines,
                answers.to(counts),
                new PostListPage.Choices(
                        lists.units(),
                        lists.unitNames(),
                        lists.colleagues(),
                        answers.to(kept),
                        Callers.current().may(Permission.POST_HANDLE)),
                lists.today(),
                bulk);
    }

    /** The labels of entries that were chosen; those out of sight are left out. */
    @Transactional
    PostLabelsPage labels(List<EntryId> ids) {
        List<RegisterEntry> chosen = entries.of(ids);
        consultations.list(
                "desk.post-viewed",
                chosen.stream().flatMap(entry -> entry.piece().party().stream()).toList());
        return new PostLabelsPage(chosen, lists.unitNames());
    }

    /** Writes what a query asks to a file, logged with each customer on it. */
    @Transactional
    void write(PostQuery query, Sheet.Form form, Text text, Path file) {
        Set<PartyId> shown = new LinkedHashSet<>();
        Map<EmployeeId, String> names =
                lists.colleagues().stream().collect(Collectors.toMap(Employee::id, Employee::name));
        long rows;
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file));
                Sheet sheet = form.begin(out, text.of("post.list"))) {
            sheet.row(head(text));
            rows =
                    entries.each(
                            query.filter(),
                            MOST + 1,
                            line -> {
                                add(sheet, row(line, text, names));
                                party(line).forEach(shown::add);
                            });
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        if (rows > MOST) {
            throw new Refused("desk.export-too-long", MOST);
        }
        List<PartyId> customers = new ArrayList<>(shown);
        for (int from = 0; from < customers.size(); from += CUSTOMERS_IN_A_LINE) {
            int end = Math.min(customers.size(), from + CUSTOMERS_IN_A_LINE);
            consultations.list("desk.post-exported", customers.subList(from, end));
        }
        var subject = AuditEvent.Subject.of("LIST", Callers.current().authority().value());
        audit.record(
                AuditEvent.of("desk.post-exported", subject)
                        .with("rows", String.valueOf(rows))
                        .with("form", form.name()));
    }

    private static List<Cell> head(Text text) {
        return Stream.of(
                        "desk.number",
                        "post.direction",
                        "post.date",
                        "post.registered-at",
                        "post.kind",
                        "post.correspondent",
                        "desk.subject",
                        "post.theirs",
                        "post.ours",
                        "desk.unit",
                        "post.handler",
                        "post.due",
                        "desk.status",
                        "desk.case-number",
                        "post.place")
                .<Cell>map(key -> new Cell.Words(text.of(key)))
                .toList();
    }

    private List<Cell> row(PostLine line, Text text, Map<EmployeeId, String> names) {
        RegisterEntry entry = line.entry();
        var more = entry.particulars();
        return List.of(
                new Cell.Words(entry.number().display()),
                new Cell.Words(text.of("Direction." + entry.direction().name())),
                new Cell.Day(entry.piece().on()),
                new Cell.Day(Brussels.date(entry.filing().at())),
                new Cell.Words(text.of("PieceKind." + more.kind().name())),
                new Cell.Words(entry.piece().correspondent()),
                new Cell.Words(entry.piece().subject()),
                new Cell.Words(more.writing().theirReference()),
                new Cell.Words(more.writing().ourReference()),
                new Cell.Words(lists.unitNames().getOrDefault(entry.filing().unit(), "")),
                new Cell.Words(
                        more.care().handler().map(id -> names.getOrDefault(id, "")).orElse("")),
                day(more.care().dueOn()),
                new Cell.Words(text.of("EntryState." + entry.handling().state().name())),
                new Cell.Words(entry.caseLink().map(CaseLink::number).orElse("")),
                new Cell.Words(more.paper().place()));
    }

    private static Cell day(Optional<LocalDate> date) {
        return date.<Cell>map(Cell.Day::new).orElseGet(Cell.None::new);
    }

    private static void add(Sheet sheet, List<Cell> row) {
        try {
            sheet.row(row);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static Stream<PartyId> party(PostLine line) {
        return line.entry().piece().party().stream();
    }
}
