// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.moving.internal;

import be.onthaal.audit.Audit;
import be.onthaal.cases.CaseDetail;
import be.onthaal.cases.CaseFile;
import be.onthaal.cases.CaseNote;
import be.onthaal.cases.CaseTransfers;
import be.onthaal.cases.Cases;
import be.onthaal.common.EnterpriseNumber;
import be.onthaal.common.NationalNumber;
import be.onthaal.files.Files;
import be.onthaal.moving.internal.reading.Sheet;
import be.onthaal.moving.internal.reading.SheetWriter;
import be.onthaal.organisation.Employee;
import be.onthaal.organisation.EmployeeId;
import be.onthaal.organisation.Employees;
import be.onthaal.organisation.Grants;
import be.onthaal.organisation.Unit;
import be.onthaal.organisation.Units;
import be.onthaal.party.ContactPoint;
import be.onthaal.party.Detail;
import be.onthaal.party.KnownParties;
import be.onthaal.party.Party;
import be.onthaal.party.PartyId;
import be.onthaal.post.PostNumbers;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** Writes what the caller may see as the sheets that can be brought in, a page at a time. */
@Component
class ExportContents {

    private static final int PAGE = 500;

    private final Sources sources;
    private final Files files;
    private final Audit audit;
    private final TransactionOperations transaction;

    ExportContents(Sources sources, Files files, Audit audit, TransactionOperations transaction) {
        this.sources = sources;
        this.files = files;
        this.audit = audit;
        this.transaction = transaction;
    }

    /** The modules that the data comes from. */
    @Component
    record Sources(
            KnownParties parties,
            CaseTransfers cases,
            Cases open,
            BroughtDocuments documents,
            PostNumbers numbers,
            Staff staff) {}

    /** Who works where. */
    @Component
    record Staff(Employees employees, Grants grants, Units units) {}

    /**
     * Writes all sheets and documents; how many of each. Every page of people is a consultation.
     */
    Export.Contents write(UUID export, ZipOutputStream zip) {
        Map<UUID, String> units =
                during(() -> sources.staff().units().all()).stream()
                        .collect(Collectors.toMap(unit -> unit.id().value(), Unit::name));
        List<Employee> employees = during(() -> sources.staff().employees().list());
        sheet(zip, Sheet.EMPLOYEES, out -> employees.forEach(one -> employee(one, units, out)));
        sheet(
                zip,
                Sheet.NUMBERS,
                out ->
                        during(() -> sources.numbers().list())
                                .forEach(last ->
                                        out.row(
                                                List.of(
                                                        (last.direction().name()
                                                                        + " "
                                                                        + last.book())
                                                                .strip(),
                                                        String.valueOf(last.year()),
                                                        String.valueOf(last.number())))));
        int[] counts = new int[3];
        sheet(zip, Sheet.PARTIES, out -> counts[0] = parties(export, out));
        sheet(zip, Sheet.CASES, out -> counts[1] = cases(export, units, employees, out));
        sheet(zip, Sheet.DOCUMENTS, out -> counts[2] = documents(out));
        pieces((piece, number) -> content(zip, piece));
        return new Export.Contents(counts[0], counts[1], counts[2], 0);
    }

    private int parties(UUID export, SheetWriter out) {
        return pages(
                (Optional<Party> last) -> {
                    List<Party> page = sources.parties().after(last.map(Party::id), PAGE);
                    consulted(export, page.stream().map(party -> party.id().value()).toList());
                    return page;
                },
                party -> out.row(party(party)));
    }

    private int cases(
            UUID export, Map<UUID, String> units, List<Employee> employees, SheetWriter out) {
        Map<EmployeeId, String> emails =
                employees.stream()
                        .collect(Collectors.toMap(Employee::id, one -> one.email().value()));
        return pages(
                (Optional<CaseDetail> last) -> {
                    List<CaseDetail> page =
                            sources.cases().openAfter(last.map(one -> one.file().id()), PAGE);
                    consulted(
                            export,
                            page.stream()
                                    .flatMap(one -> one.file().customer().party().stream())
                                    .map(PartyId::value)
                                    .distinct()
                                    .toList());
                    return page;
                },
                one -> out.row(row(one, units, emails)));
    }

    private int documents(SheetWriter out) {
        return pieces((piece, number) ->
                out.row(
                        List.of(
                                number,
                                place(piece),
                                piece.title(),
                                piece.datedOn().map(LocalDate::toString).orElse(""))));
    }

    /** The pieces of cases that are still open, with the numbers of these; how many. */
    private int pieces(BiConsumer<MovedDocument, String> taker) {
        int[] count = {0};
        pages(
                (Optional<MovedDocument> last) ->
                        sources.documents().after(last.map(MovedDocument::id), PAGE),
                piece -> {
                    CaseFile file = during(() -> sources.open().get(piece.caseId()).file());
                    if (!file.isClosed()) {
                        taker.accept(piece, file.number().display());
                        count[0]++;
                    }
                });
        return count[0];
    }

    private void content(ZipOutputStream zip, MovedDocument piece) {
        byte[] bytes = during(() -> files.read(piece.content()));
        entry(
                zip,
                place(piece),
                () -> {
                    try {
                        zip.write(bytes);
                    } catch (IOException failure) {
                        throw new UncheckedIOException(failure);
                    }
                });
    }

    private void employee(Employee one, Map<UUID, String> units, SheetWriter out) {
        List<Grants.Grant> granted = during(() -> sources.staff().grants().of(one.id()));
        List<String> self = List.of(one.email().value(), one.name(), one.function());
        if (granted.isEmpty()) {
            out.row(joined(self, List.of("", "", one.joinedOn().toString(), "")));
        }
        for (Grants.Grant grant : granted) {
            out.row(
                    joined(
                            self,
                            List.of(
                                    grant.unit()
                                            .map(unit -> units.getOrDefault(unit.value(), ""))
                                            .orElse(""),
                                    grant.role(),
                                    grant.from().toString(),
                                    grant.until().map(LocalDate::toString).orElse(""))));
        }
    }

    private static List<String> party(Party party) {
        return List.of(
                party.id().toString(),
                party.kind().name(),
                party.name(),
                party.enterprise().map(EnterpriseNumber::display).orElse(""),
                party.reachedBy(ContactPoint.Kind.EMAIL).orElse(""),
                party.reachedBy(ContactPoint.Kind.PHONE).orElse(""),
                party.reachedBy(ContactPoint.Kind.ADDRESS).orElse(""),
                party.locale(),
                party.nationalNumber().map(NationalNumber::display).orElse(""),
                party.details().value(Detail.Kind.BIRTH_DATE).orElse(""));
    }

    private static List<String> row(
            CaseDetail one, Map<UUID, String> units, Map<EmployeeId, String> emails) {
        CaseFile file = one.file();
        String notes =
                one.notes().reversed().stream()
                        .map(CaseNote::text)
                        .collect(Collectors.joining("\n" + CaseWork.BETWEEN_NOTES + "\n"));
        return List.of(
                file.number().display(),
                file.matter().typeCode(),
                file.matter().subject(),
                file.matter().description(),
                file.customer().party().map(PartyId::toString).orElse(""),
                units.getOrDefault(file.placement().unit().value(), ""),
                file.placement().handler().map(id -> emails.getOrDefault(id, "")).orElse(""),
                file.term().startsOn().toString(),
                file.term().dueOn().toString(),
                file.progress().phase(),
                file.matter().confidentiality().name(),
                file.intake().channel().name(),
                notes);
    }

    private static String place(MovedDocument piece) {
        return "documents/" + piece.id() + "/" + piece.name();
    }

    private void consulted(UUID export, List<UUID> people) {
        if (!people.isEmpty()) {
            audit.consulted(Exports.event("moving.exported", export).about(people));
        }
    }

    /** Asks page after page, each in a transaction of its own, until one is empty. */
    private <T> int pages(Function<Optional<T>, List<T>> next, Consumer<T> taker) {
        int count = 0;
        List<T> page = during(() -> next.apply(Optional.empty()));
        while (!page.isEmpty()) {
            page.forEach(taker);
            count += page.size();
            T last = page.getLast();
            page = during(() -> next.apply(Optional.of(last)));
        }
        return count;
    }

    private static void sheet(ZipOutputStream zip, Sheet sheet, Consumer<SheetWriter> rows) {
        entry(
                zip,
                sheet.fileName(),
                () -> {
                    SheetWriter out = SheetWriter.begin(zip, sheet.names());
                    rows.accept(out);
                    out.flush();
                });
    }

    private static void entry(ZipOutputStream zip, String name, Runnable content) {
        try {
            zip.putNextEntry(new ZipEntry(name));
            content.run();
            zip.closeEntry();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private <T> T during(Supplier<T> work) {
        return Objects.requireNonNull(transaction.execute(status -> work.get()));
    }

    private static List<String> joined(List<String> one, List<String> other) {
        return Stream.concat(one.stream(), other.stream()).toList();
    }
}
