// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.desk;

import be.onthaal.access.UnitId;
import be.onthaal.cases.CaseLine;
import be.onthaal.cases.CaseType;
import be.onthaal.cases.CaseTypes;
import be.onthaal.mail.MailView;
import be.onthaal.organisation.Employee;
import be.onthaal.organisation.EmployeeId;
import be.onthaal.organisation.Unit;
import be.onthaal.party.PartySummary;
import be.onthaal.post.CaseLink;
import be.onthaal.post.Change;
import be.onthaal.post.Company;
import be.onthaal.post.Correspondent;
import be.onthaal.post.EntryId;
import be.onthaal.post.RegisterEntry;
import be.onthaal.routing.Route;
import be.onthaal.scanning.ScannedPiece;
import be.onthaal.timeline.TimelineLine;
import be.onthaal.web.Text;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A piece that came in or went out, to read and to act on. */
public record EntryPage(
        RegisterEntry entry,
        Optional<MailView> mail,
        Optional<ScannedPiece> scan,
        Sender sender,
        History history,
        Filed filed,
        Choices choices,
        Optional<Alike> alike) {

    /** A case with mail of the same sender and subject, and when that came in. */
    public record Alike(CaseLink caseLink, Instant at) {}

    /** What the register has of it beside what it says: company, changes, colleagues. */
    public record Filed(
            Company company, List<Change> changes, List<Employee> colleagues, LocalDate today) {}

    /**
     * Who sent it.
     *
     * @param known the customer it was registered for
     * @param candidates customers with this address, of whom a person must choose
     * @param name how he calls himself, to make a customer of
     */
    public record Sender(
            Optional<PartySummary> known,
            List<PartySummary> candidates,
            String name,
            String address) {

        public Sender {
            candidates = List.copyOf(candidates);
        }
    }

    /**
     * What went before with the customer it was registered for.
     *
     * @param cases his open cases
     * @param lately what happened last, this piece left out
     */
    public record History(List<CaseLine> cases, List<TimelineLine> lately) {

        private static final int MOST = 4;

        static final History NONE = new History(List.of(), List.of());

        static History of(List<CaseLine> open, List<TimelineLine> newestFirst, EntryId here) {
            return new History(
                    open,
                    newestFirst.stream()
                            .filter(line ->
                                    line.ref()
                                            .filter(ref -> ref.id().equals(here.value()))
                                            .isEmpty())
                            .limit(MOST)
                            .toList());
        }
    }

    /** What one chooses from, and whether he may act. */
    public record Choices(
            List<CaseType> types,
            List<Unit> units,
            Map<UnitId, String> names,
            boolean handles,
            boolean opensCases) {}

    /** Why it came to its unit, if a rule was asked when it came in. */
    public Optional<Route> route() {
        return mail.flatMap(MailView::route);
    }

    /** The type of case that stands chosen: what a rule proposed, or else a question. */
    public String chosenType() {
        return route().map(kept -> kept.extras().caseType())
                .filter(code -> choices.types().stream().anyMatch(type -> type.code().equals(code)))
                .orElse(CaseTypes.INFORMATION_QUESTION);
    }

    public boolean cancelled() {
        return entry.handling().state() == RegisterEntry.EntryState.CANCELLED;
    }

    public boolean overdue() {
        return entry.overdueOn(filed.today());
    }

    /** Who handles it, by name. */
    public String handler() {
        return entry.particulars().care().handler().map(this::nameOf).orElse("");
    }

    public boolean inCopy(UnitId unit) {
        return filed.company().copies().contains(unit);
    }

    /** The names of the units that got a copy. */
    public String copies() {
        return filed.company().copies().stream()
                .map(unit -> choices.names().getOrDefault(unit, ""))
                .sorted()
                .collect(Collectors.joining(", "));
    }

    /** The further correspondents, one a line. */
    public String others() {
        return filed.company().others().stream()
                .map(Correspondent::name)
                .collect(Collectors.joining("\n"));
    }

    /** A value of the history as people call it. */
    public String said(Change.Field field, String value, Text text) {
        if (value.isEmpty()) {
            return "–";
        }
        return switch (field) {
            case UNIT, COPIES ->
                    Stream.of(value.split(" "))
                            .map(id -> choices.names().getOrDefault(UnitId.of(id), ""))
                            .collect(Collectors.joining(", "));
            case HANDLER -> nameOf(new EmployeeId(UUID.fromString(value)));
            case KIND -> text.of("PieceKind." + value);
            case STATE -> text.of("EntryState." + value);
            case CONFIDENTIALITY -> text.of("Confidentiality." + value);
            case RECEIVED, DATED, DUE -> text.date(LocalDate.parse(value));
            case UNOPENED -> text.of("post.yesno." + value);
            case CUSTOMER, ANSWERS -> text.of("post.another");
            case OUTCOME ->
                    text.has("post.outcome." + value) ? text.of("post.outcome." + value) : value;
            case SUBJECT,
                    CORRESPONDENT,
                    OTHERS,
                    THEIR_REFERENCE,
                    OUR_REFERENCE,
                    ANNEXES,
                    PLACE,
                    BARCODE,
                    CASE,
                    REASON ->
                    value;
        };
    }

    private String nameOf(EmployeeId id) {
        return filed.colleagues().stream()
                .filter(colleague -> colleague.id().equals(id))
                .map(Employee::name)
                .findFirst()
                .orElse("");
    }

    public String unitName() {
        return choices.names().getOrDefault(entry.filing().unit(), "");
    }

    public boolean open() {
        return entry.handling().state() == RegisterEntry.EntryState.OPEN;
    }

    /** Whether a person must say first if it belongs to the case it names. */
    public boolean quarantined() {
        return mail.filter(m -> m.handling().state() == MailView.State.QUARANTINED).isPresent();
    }

    public String subject() {
        return entry.piece().subject();
    }
}
