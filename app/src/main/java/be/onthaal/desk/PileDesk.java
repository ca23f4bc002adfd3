// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.desk;

import be.onthaal.access.Callers;
import be.onthaal.access.Confidentiality;
import be.onthaal.access.Permission;
import be.onthaal.access.UnitId;
import be.onthaal.audit.AuditEvent;
import be.onthaal.database.Ids;
import be.onthaal.notifications.Live;
import be.onthaal.organisation.Unit;
import be.onthaal.party.OwnFile;
import be.onthaal.party.Parties;
import be.onthaal.party.PartyFinder;
import be.onthaal.party.PartyId;
import be.onthaal.party.PartySummary;
import be.onthaal.post.Alike;
import be.onthaal.post.EntryId;
import be.onthaal.post.NewEntry;
import be.onthaal.post.PieceKind;
import be.onthaal.post.PostDoubles;
import be.onthaal.post.PostRegister;
import be.onthaal.post.PostSettings;
import be.onthaal.post.RegisterEntry;
import be.onthaal.post.RegisterEntry.Direction;
import be.onthaal.post.Source;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Registering a pile of post. */
@Service
class PileDesk {

    private static final int SHOWN = 6;

    private final PostRegister post;
    private final PostDoubles doubles;
    private final PostSettings settings;
    private final Parties parties;
    private final PartyFinder finder;
    private final OwnFile ownFile;
    private final Lists lists;
    private final Consultations consultations;
    private final Live live;

    PileDesk(
            PostRegister post,
            PostDoubles doubles,
            PostSettings settings,
            Parties parties,
            PartyFinder finder,
            OwnFile ownFile,
            Lists lists,
            Consultations consultations,
            Live live) {
        this.post = post;
        this.doubles = doubles;
        this.settings = settings;
        this.parties = parties;
        this.finder = finder;
        this.ownFile = ownFile;
        this.lists = lists;
        this.consultations = consultations;
        this.live = live;
    }

    /** What became of a form: an entry, or a question first. */
    sealed interface Result {

        /** It is registered. */
        record Registered(RegisterEntry entry) implements Result {}

        /** It looks like these. */
        record Doubtful(List<Alike> alike) implements Result {}
    }

    /**
     * Registers the piece, unless it was perhaps registered before and nobody said it was not. The
     * same form finds its entry back; another piece on that form, as whoever went back and typed on
     * sends it, gets an entry of its own, and finds that one back after.
     */
    @Transactional
    Result register(PileForm form) {
        ownFile.refuse(form.party().stream().toList());
        NewEntry asked = named(form);
        Optional<RegisterEntry> there = asked.source().flatMap(post::find);
        while (there.isPresent()) {
            RegisterEntry entry = there.get();
            if (asked.isKeptIn(entry)) {
                return new Result.Registered(entry);
            }
            asked = asked.madeOf(new Source(PileForm.SOURCE, entry.id().value()));
            there = asked.source().flatMap(post::find);
        }
        List<Alike> alike = form.isSure() ? List.of() : doubles.of(asked);
        if (!alike.isEmpty()) {
            consultations.list(
                    "desk.doubles-viewed",
                    alike.stream().flatMap(entry -> entry.party().stream()).toList());
            return new Result.Doubtful(alike);
        }
        RegisterEntry entry = post.register(asked);
        live.changed("inbox");
        return new Result.Registered(entry);
    }

    /** Customers whom somebody is typing the name of. */
    @Transactional
    PilePage.Senders senders(String typed) {
        List<PartySummary> found = finder.find(typed, SHOWN);
        consultations.list("desk.senders-viewed", found.stream().map(PartySummary::id).toList());
        return new PilePage.Senders(found);
    }

    /** A form that begins with what the one before had. */
    @Transactional(readOnly = true)
    PilePage next(Direction direction, Map<String, String> kept, Optional<RegisterEntry> done) {
        Map<String, String> typed = new HashMap<>(usual());
        typed.putAll(kept);
        return new PilePage(direction, typed, Map.of(), choices(), done, List.of());
    }

    /** A form for what answers an entry, filled in with what that one says. */
    @Transactional
    PilePage answer(EntryId in) {
        RegisterEntry entry = post.get(in);
        var subject =
                AuditEvent.Subject.of(
                        "POST",
                        in.value(),
                        entry.filing().confidentiality(),
                        entry.filing().unit());
        List<UUID> customer = entry.piece().party().map(PartyId::value).stream().toList();
        consultations.one(
                AuditEvent.of("post.viewed", subject).with("number", entry.number().display()),
                customer);
        Map<String, String> typed = new HashMap<>();
        typed.put("answers", in.toString());
        typed.put("sender", entry.piece().correspondent());
        typed.put("party", entry.piece().party().map(PartyId::toString).orElse(""));
        typed.put("subject", entry.piece().subject());
        typed.put("theirs", entry.particulars().writing().theirReference());
        typed.put("unit", entry.filing().unit().toString());
        typed.put("level", entry.filing().confidentiality().name());
        return next(Direction.OUT, typed, Optional.empty());
    }

    /** The same form again, with what is wrong or what it looks like. */
    @Transactional(readOnly = true)
    PilePage again(PileForm form, Map<String, String> problems, List<Alike> alike) {
        return new PilePage(
                form.direction(), form.typed(), problems, choices(), Optional.empty(), alike);
    }

    private Map<String, String> usual() {
        Set<UnitId> own = Callers.current().rights().units();
        String unit =
                lists.units().stream()
                        .map(Unit::id)
                        .filter(own::contains)
                        .map(UnitId::toString)
                        .findFirst()
                        .orElse("");
        return Map.of(
                "on", lists.today().toString(),
                "kind", PieceKind.LETTER.name(),
                "unit", unit,
                "level", Confidentiality.INTERNAL.name(),
                "keep", "yes",
                "once", Ids.next().toString());
    }

    private PilePage.Choices choices() {
        return new PilePage.Choices(lists.units(), settings.get().books());
    }

    /** A customer is called by the name we know him under; a name that one customer has is his. */
    private NewEntry named(PileForm form) {
        if (form.party().isPresent() && form.sender().isEmpty()) {
            PartyId party = form.party().get();
            form.fields().sent().set("sender", parties.meet(party).name());
        }
        return form.read(lists.today(), form.party().isPresent() ? Optional.empty() : likely(form));
    }

    private Optional<PartyId> likely(PileForm form) {
        String typed = form.sender();
        if (typed.isBlank() || !Callers.current().may(Permission.PARTY_VIEW)) {
            return Optional.empty();
        }
        List<PartySummary> same =
                finder.find(typed, 2).stream()
                        .filter(party -> party.name().equalsIgnoreCase(typed))
                        .toList();
        return same.size() == 1 ? Optional.of(same.getFirst().id()) : Optional.empty();
    }
}
