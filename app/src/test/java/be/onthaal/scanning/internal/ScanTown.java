// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.scanning.internal;

import be.onthaal.access.Caller;
import be.onthaal.access.Callers;
import be.onthaal.access.Confidentiality;
import be.onthaal.access.UnitId;
import be.onthaal.common.Brussels;
import be.onthaal.documents.Upload;
import be.onthaal.jobs.RecurringJob;
import be.onthaal.organisation.Units;
import be.onthaal.post.Company;
import be.onthaal.post.NewEntry;
import be.onthaal.post.Particulars;
import be.onthaal.post.Piece;
import be.onthaal.post.PieceKind;
import be.onthaal.post.RegisterEntry;
import be.onthaal.post.RegisterEntry.Direction;
import be.onthaal.scanning.Paper;
import be.onthaal.scanning.ScanStack;
import be.onthaal.scanning.ScannedPiece;
import be.onthaal.scanning.Scans;
import be.onthaal.scanning.SheetCode;
import be.onthaal.scanning.Stacks;
import be.onthaal.testing.TownFixtures;
import be.onthaal.testing.TownFixtures.TestAuthority;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.springframework.boot.test.context.TestComponent;

/** Scanners, stacks and the sheets between them. */
@TestComponent
class ScanTown {

    private final TownFixtures towns;
    private final Units units;
    private final Stacks stacks;
    private final Scans scans;
    private final SheetPrinting printing;
    private final List<RecurringJob> jobs;
    private final Clock clock;

    ScanTown(
            TownFixtures towns,
            Units units,
            Stacks stacks,
            Scans scans,
            SheetPrinting printing,
            List<RecurringJob> jobs,
            Clock clock) {
        this.towns = towns;
        this.units = units;
        this.stacks = stacks;
        this.scans = scans;
        this.printing = printing;
        this.jobs = jobs;
        this.clock = clock;
    }

    TestAuthority found() {
        return towns.found().municipality();
    }

    UnitId unit(TestAuthority here, String name) {
        return Callers.as(here.administrator(), () -> units.open(name, Optional.empty()).id());
    }

    boolean take(Caller who, UnitId unit, String name, byte[] bytes) {
        var file = new Upload(name, bytes.length, () -> new ByteArrayInputStream(bytes));
        return Callers.as(
                who,
                () -> stacks.take(ScanStack.Origin.UPLOAD, unit, Confidentiality.INTERNAL, file));
    }

    /** Reads all there is, as the product does every few seconds. */
    void read() {
        jobs.stream().filter(job -> job.name().equals("scans-read")).forEach(RecurringJob::run);
    }

    List<ScannedPiece> tray(Caller who) {
        return Callers.as(who, scans::tray);
    }

    BufferedImage separator(TestAuthority here) {
        return sheet(here, new SheetCode.Separator());
    }

    BufferedImage cover(TestAuthority here, UnitId unit, Confidentiality level) {
        return sheet(here, new SheetCode.Cover(unit, PieceKind.REGISTERED, level, false, ""));
    }

    BufferedImage sheet(TestAuthority here, SheetCode code) {
        return Paper.printed(print(here, code));
    }

    byte[] print(TestAuthority here, SheetCode code) {
        return Callers.as(
                here.service(), () -> printing.print(code, "Voorblad", List.of("Voor: Onthaal")));
    }

    RegisterEntry register(Caller who, ScannedPiece piece, UnitId unit, String subject) {
        return register(who, piece, unit, Confidentiality.INTERNAL, subject);
    }

    RegisterEntry register(
            Caller who, ScannedPiece piece, UnitId unit, Confidentiality level, String subject) {
        return Callers.as(
                who,
                () -> scans.register(piece.id(), piece.revision(), entry(unit, level, subject)));
    }

    private NewEntry entry(UnitId unit, Confidentiality level, String subject) {
        return new NewEntry(
                Direction.IN,
                new Piece(
                        PieceKind.LETTER.channel(),
                        Brussels.today(clock),
                        subject,
                        "Jan Peeters",
                        Optional.empty()),
                Particulars.usual(PieceKind.LETTER.channel()),
                new NewEntry.Placement(unit, level),
                Company.NONE,
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }
}
