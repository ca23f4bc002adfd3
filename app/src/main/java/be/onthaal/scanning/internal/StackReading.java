// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.scanning.internal;

import be.onthaal.access.Caller;
import be.onthaal.access.Callers;
import be.onthaal.access.Confidentiality;
import be.onthaal.access.UnitId;
import be.onthaal.common.Refused;
import be.onthaal.database.Ids;
import be.onthaal.database.Outage;
import be.onthaal.documents.SheetPictures;
import be.onthaal.files.Files;
import be.onthaal.notifications.Live;
import be.onthaal.organisation.Unit;
import be.onthaal.organisation.Units;
import be.onthaal.post.PieceKind;
import be.onthaal.scanning.ScanStack;
import be.onthaal.scanning.ScannedPiece;
import be.onthaal.scanning.Sheet;
import be.onthaal.scanning.SheetCode;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Reads the stacks of an authority: a sheet after the other, each in a commit of its own. Whoever
 * stops halfway leaves nothing behind but a lease that ends.
 */
@Component
class StackReading {

    /** The most pages of a stack. */
    static final int MOST_PAGES = 1_000;

    private static final Logger log = LoggerFactory.getLogger(StackReading.class);
    private static final SheetPictures.Sheet UNREADABLE =
            new SheetPictures.Sheet("damaged", 0, new byte[0], 0, 0, List.of());

    /** Longer than one sheet can take: to draw it twice and to read its words. */
    private static final Duration LEASE = Duration.ofMinutes(5);

    private final StackStore stacks;
    private final SheetStore sheets;
    private final PieceStore pieces;
    private final SheetReading reading;
    private final Files files;
    private final Units units;
    private final Live live;
    private final ScanSettings settings;
    private final TransactionOperations transactions;
    private final Clock clock;

    StackReading(
            StackStore stacks,
            SheetStore sheets,
            PieceStore pieces,
            SheetReading reading,
            Files files,
            Units units,
            Live live,
            ScanSettings settings,
            TransactionOperations transactions,
            Clock clock) {
        this.stacks = stacks;
        this.sheets = sheets;
        this.pieces = pieces;
        this.reading = reading;
        this.files = files;
        this.units = units;
        this.live = live;
        this.settings = settings;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** Looks how many pages each stack has that nobody looked at. */
    void open() throws IOException {
        for (UUID id : during(stacks::busy)) {
            ScanStack stack = during(() -> stacks.get(id));
            if (stack.state() == ScanStack.State.WAITING) {
                SheetPictures.Sheet first = answered(() -> reading.open(stack), UNREADABLE);
                during(() -> opened(stack, first));
            }
        }
    }

    /** Reads some sheets, several at a time; gives how many. */
    int read(int most) throws IOException {
        Caller caller = Callers.current();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Integer>> readers =
                    IntStream.range(0, Math.max(1, settings.pages()))
                            .mapToObj(reader ->
                                    threads.submit(
                                            () -> Callers.call(caller, () -> readSome(most))))
                            .toList();
            int read = 0;
            for (Future<Integer> reader : readers) {
                read += reader.get();
            }
            return read;
        } catch (ExecutionException failure) {
            throw new IOException(failure.getCause());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IOException(stopped);
        }
    }

    /** Splits each stack of which all sheets were read. */
    void split() {
        for (UUID id : during(stacks::busy)) {
            during(() -> split(id));
        }
    }

    private int readSome(int most) throws IOException {
        int read = 0;
        while (read < most && readOne()) {
            read++;
        }
        return read;
    }

    private boolean readOne() throws IOException {
        Instant now = clock.instant();
        Optional<Sheet> next = during(() -> sheets.lease(now, now.plus(LEASE)));
        if (next.isEmpty()) {
            return false;
        }
        Sheet sheet = next.get();
        ScanStack stack = during(() -> stacks.get(sheet.stack()));
        boolean asked = during(() -> sheets.turnAsked(sheet.id()));
        SheetReading.Result found =
                answered(
                        () -> reading.read(stack, sheet, asked),
                        SheetReading.Result.unreadable("damaged", sheet.turned()));
        transactions.executeWithoutResult(status -> {
            boolean first = sheets.keep(sheet, kept(found), clock.instant());
            if (first) {
                live.changed("scans");
            } else {
                status.setRollbackOnly();
            }
        });
        return true;
    }

    /** Something to do with a file of a stranger. */
    private interface Looking<T> {

        T look() throws IOException;
    }

    /** What one file does to its reader keeps nobody from the next one. */
    private static <T> T answered(Looking<T> looking, T otherwise) throws IOException {
        try {
            return looking.look();
        } catch (Refused busy) {
            throw busy;
        } catch (IOException | RuntimeException failure) {
            if (failure instanceof RuntimeException away && Outage.isBehind(away)) {
                throw away;
            }
            log.warn("A sheet could not be read", failure);
            return otherwise;
        }
    }

    private SheetReading.Result kept(SheetReading.Result found) {
        return found.photograph().length == 0
                ? found
                : found.pictured(files.keep(found.photograph()));
    }

    private boolean opened(ScanStack stack, SheetPictures.Sheet first) {
        ScanStack now = stacks.locked(stack.id());
        if (now.state() != ScanStack.State.WAITING) {
            return false;
        }
        boolean many = first.pages() > MOST_PAGES;
        if (first.pages() == 0 || many) {
            stacks.write(
                    stack.id(),
                    ScanStack.State.REFUSED,
                    many ? "too-many-pages" : first.reason(),
                    first.pages());
        } else {
            sheets.insert(stack.id(), first.pages());
            stacks.write(stack.id(), ScanStack.State.READING, "", first.pages());
        }
        live.changed("scans");
        return true;
    }

    private boolean split(UUID id) {
        ScanStack stack = stacks.locked(id);
        List<Sheet> all = sheets.ofStack(id);
        if (stack.state() != ScanStack.State.READING
                || all.stream().anyMatch(sheet -> sheet.state() == Sheet.State.WAITING)) {
            return false;
        }
        List<UnitId> open = units.list().stream().map(Unit::id).toList();
        for (Splitting.Part part : Splitting.of(all)) {
            ScannedPiece piece = piece(stack, part, open);
            pieces.insert(piece);
            sheets.give(part.sheets().stream().map(Sheet::id).toList(), piece.id());
        }
        stacks.write(id, ScanStack.State.SPLIT, "", all.size());
        live.changed("scans");
        return true;
    }

    private static ScannedPiece piece(ScanStack stack, Splitting.Part part, List<UnitId> open) {
        Optional<SheetCode.Cover> cover = part.cover();
        Confidentiality level =
                cover.map(SheetCode.Cover::confidentiality)
                        .filter(said -> said.compareTo(stack.confidentiality()) > 0)
                        .orElse(stack.confidentiality());
        return new ScannedPiece(
                Ids.next(),
                stack.id(),
                part.sheets().getFirst().number(),
                ScannedPiece.State.MAKING,
                "",
                new ScannedPiece.Placement(
                        cover.map(SheetCode.Cover::unit)
                                .filter(open::contains)
                                .orElse(stack.unit()),
                        level,
                        cover.isPresent(),
                        cover.map(SheetCode.Cover::unopened).orElse(false),
                        cover.map(SheetCode.Cover::kind).orElse(PieceKind.LETTER),
                        cover.map(SheetCode.Cover::caseNumber).orElse("")),
                ScannedPiece.Proposal.NONE,
                "",
                part.sheets().size(),
                0,
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    private <T> T during(Supplier<T> work) {
        return Objects.requireNonNull(transactions.execute(status -> work.get()));
    }
}
