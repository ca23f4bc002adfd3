// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.scanning.internal;

import be.onthaal.access.Callers;
import be.onthaal.access.Confidentiality;
import be.onthaal.access.Permission;
import be.onthaal.common.Brussels;
import be.onthaal.common.NotFound;
import be.onthaal.organisation.Unit;
import be.onthaal.organisation.Units;
import be.onthaal.party.PartyId;
import be.onthaal.post.EntryId;
import be.onthaal.post.PostRegister;
import be.onthaal.post.RegisterEntry;
import be.onthaal.scanning.ScannedPiece;
import be.onthaal.scanning.Scans;
import be.onthaal.scanning.Stacks;
import be.onthaal.scanning.Trays;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What the pages of the tray show. */
@Service
class TrayDesk {

    private final Scans scans;
    private final Stacks stacks;
    private final Trays trays;
    private final Units units;
    private final PostRegister post;
    private final Tesseract tesseract;
    private final Clock clock;

    TrayDesk(
            Scans scans,
            Stacks stacks,
            Trays trays,
            Units units,
            PostRegister post,
            Tesseract tesseract,
            Clock clock) {
        this.scans = scans;
        this.stacks = stacks;
        this.trays = trays;
        this.units = units;
        this.post = post;
        this.tesseract = tesseract;
        this.clock = clock;
    }

    @Transactional
    TrayPage tray() {
        TrayPage.Choices choices = choices();
        return new TrayPage(
                scans.tray(),
                stacks.recent(),
                choices.handles() ? trays.discarded() : List.of(),
                choices,
                tesseract.isThere());
    }

    @Transactional(readOnly = true)
    SheetsPage sheets() {
        return new SheetsPage(choices());
    }

    @Transactional
    PiecePage show(UUID id, Optional<UUID> before) {
        ScannedPiece piece = scans.look(id);
        return page(piece, typed(piece), "", before.flatMap(this::made));
    }

    /** The same with what somebody typed and what is wrong with it. */
    @Transactional
    PiecePage again(UUID id, ScanForm form, String problem) {
        return page(scans.look(id), form.typed(), problem, Optional.empty());
    }

    LocalDate today() {
        return Brussels.today(clock);
    }

    private PiecePage page(
            ScannedPiece piece,
            Map<String, String> typed,
            String problem,
            Optional<RegisterEntry> done) {
        if (piece.entry().isPresent()
                || piece.state() == ScannedPiece.State.JOINED
                || piece.state() == ScannedPiece.State.DISCARDED) {
            throw new NotFound("scanning.piece");
        }
        int left = scans.count();
        return new PiecePage(
                piece, scans.sheets(piece.id()), choices(), typed, problem, done, left);
    }

    /** The entry made just before, when whoever made it may still see it. */
    private Optional<RegisterEntry> made(UUID entry) {
        return scans.isEntry(entry) ? Optional.of(post.get(new EntryId(entry))) : Optional.empty();
    }

    private Map<String, String> typed(ScannedPiece piece) {
        ScannedPiece.Proposal said = piece.proposal();
        ScannedPiece.Placement placement = piece.placement();
        Confidentiality level = placement.confidentiality();
        Map<String, String> typed = new HashMap<>();
        typed.put("sender", said.sender());
        typed.put("party", said.party().map(PartyId::toString).orElse(""));
        typed.put("subject", said.subject());
        typed.put("theirs", said.reference());
        typed.put("dated", said.dated().map(LocalDate::toString).orElse(""));
        typed.put("on", today().toString());
        typed.put("kind", placement.kind().name());
        typed.put("unit", placement.unit().toString());
        typed.put("level", level.name());
        typed.put("unopened", placement.unopened() ? "yes" : "");
        return typed;
    }

    private TrayPage.Choices choices() {
        List<Unit> open = units.list();
        return new TrayPage.Choices(
                open,
                open.stream().collect(Collectors.toMap(Unit::id, Unit::name)),
                Callers.current().rights().units(),
                Callers.current().may(Permission.POST_HANDLE));
    }
}
