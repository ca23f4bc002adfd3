// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.scanning.internal;

import be.onthaal.common.Digest;
import be.onthaal.common.Refused;
import be.onthaal.documents.SheetPictures;
import be.onthaal.files.Files;
import be.onthaal.scanning.ScanStack;
import be.onthaal.scanning.Sheet;
import be.onthaal.scanning.SheetCode;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Reads one sheet: how it stands, whether it is ours, blank or a page, and its words. */
@Component
class SheetReading {

    /** Less ink than this, in hundred thousandths, and the side is blank: it has no word. */
    private static final int BLANK = 4;

    /** Less, and nothing tells which way it stands. */
    private static final int TELLING = 100;

    /** Words of which the reader is less sure may be upside down: looking costs a second. */
    private static final int SURE = 70;

    private final SheetPictures pictures;
    private final Tesseract tesseract;
    private final SheetCodes codes;
    private final Files files;

    SheetReading(SheetPictures pictures, Tesseract tesseract, SheetCodes codes, Files files) {
        this.pictures = pictures;
        this.tesseract = tesseract;
        this.codes = codes;
        this.files = files;
    }

    /** What was found on a sheet. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Result(
            Sheet.State state,
            String reason,
            Sheet.Kind kind,
            int turned,
            int ink,
            String code,
            int dots,
            PageWords words,
            Optional<Digest> picture,
            byte[] photograph) {

        static Result unreadable(String reason, int turned) {
            return new Result(
                    Sheet.State.UNREADABLE,
                    reason,
                    Sheet.Kind.PAGE,
                    turned,
                    0,
                    "",
                    0,
                    PageWords.NONE,
                    Optional.empty(),
                    new byte[0]);
        }

        Result pictured(Digest digest) {
            return new Result(
                    state,
                    reason,
                    kind,
                    turned,
                    ink,
                    code,
                    dots,
                    words,
                    Optional.of(digest),
                    new byte[0]);
        }
    }

    /** How many pages a file has, or why that cannot be told. */
    SheetPictures.Sheet open(ScanStack stack) throws IOException {
        return drawn(stack, 1, 0);
    }

    /** Reads a sheet; whatever is on it, there is an answer. */
    Result read(ScanStack stack, Sheet sheet, boolean asked) throws IOException {
        SheetPictures.Sheet drawn = drawn(stack, sheet.number(), sheet.turned());
        if (!drawn.drawn()) {
            return Result.unreadable(drawn.reason(), sheet.turned());
        }
        Optional<SheetCode> ours = codes.ours(drawn.codes());
        if (ours.isPresent()) {
            var kind =
                    ours.get() instanceof SheetCode.Cover ? Sheet.Kind.COVER : Sheet.Kind.SEPARATOR;
            return result(drawn, kind, sheet.turned(), ours.get().written(), PageWords.NONE, "");
        }
        if (drawn.ink() < BLANK && !asked) {
            return result(drawn, Sheet.Kind.BLANK, sheet.turned(), "", PageWords.NONE, "");
        }
        Result upright = page(drawn, sheet.turned());
        if (asked || drawn.ink() < TELLING || upright.words().sure() >= SURE) {
            return upright;
        }
        int turn = tesseract.turn(drawn.photograph());
        if (turn == 0) {
            return upright;
        }
        int turned = (sheet.turned() + turn) % 360;
        SheetPictures.Sheet other = drawn(stack, sheet.number(), turned);
        return other.drawn() ? page(other, turned) : upright;
    }

    /** A page as it stands now, with its words. */
    private Result page(SheetPictures.Sheet drawn, int turned) throws IOException {
        try {
            PageWords words = tesseract.words(drawn.photograph(), drawn.dots());
            return result(drawn, Sheet.Kind.PAGE, turned, "", words, "");
        } catch (Tesseract.TooHeavy late) {
            return result(drawn, Sheet.Kind.PAGE, turned, "", PageWords.NONE, "no-words");
        }
    }

    private static Result result(
            SheetPictures.Sheet drawn,
            Sheet.Kind kind,
            int turned,
            String code,
            PageWords words,
            String reason) {
        return new Result(
                Sheet.State.READ,
                reason,
                kind,
                turned,
                drawn.ink(),
                code,
                drawn.dots(),
                words,
                Optional.empty(),
                drawn.photograph());
    }

    private SheetPictures.Sheet drawn(ScanStack stack, int page, int turn) throws IOException {
        for (int times = 0; ; times++) {
            try (InputStream bytes = files.open(stack.file())) {
                return pictures.sheet(bytes, stack.name(), page, turn);
            } catch (Refused busy) {
                // Who looks at pages goes first; a stack can wait.
                if (times == 5) {
                    throw busy;
                }
            }
        }
    }
}
