// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.post;

import be.onthaal.access.Callers;
import be.onthaal.common.Brussels;
import be.onthaal.common.Conflict;
import be.onthaal.common.PublicNumber;
import be.onthaal.common.Refused;
import be.onthaal.database.Ids;
import be.onthaal.organisation.Calendars;
import be.onthaal.party.Parties;
import be.onthaal.post.RegisterEntry.Direction;
import be.onthaal.post.RegisterEntry.EntryState;
import be.onthaal.post.RegisterEntry.Filing;
import be.onthaal.post.RegisterEntry.Handling;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Gives a piece its number and keeps its entry: all of it commits, or the number is not given. */
@Component
class Registering {

    private final EntryStore entries;
    private final EntryCompany company;
    private final RegisterNumbers numbers;
    private final PostSettings settings;
    private final Calendars calendars;
    private final Parties parties;
    private final EntryTrail trail;
    private final Clock clock;

    Registering(
            EntryStore entries,
            EntryCompany company,
            RegisterNumbers numbers,
            PostSettings settings,
            Calendars calendars,
            Parties parties,
            EntryTrail trail,
            Clock clock) {
        this.entries = entries;
        this.company = company;
        this.numbers = numbers;
        this.settings = settings;
        this.calendars = calendars;
        this.parties = parties;
        this.trail = trail;
        this.clock = clock;
    }

    /** Registers it once; the same source is found back after. */
    RegisterEntry register(NewEntry asked) {
        NewEntry clean = EntryTexts.checked(asked);
        Optional<RegisterEntry> before = clean.source().flatMap(entries::find);
        if (before.isPresent()) {
            return before.get();
        }
        clean.particulars().paper().barcode().ifPresent(this::refuseKnown);
        clean.parties().forEach(parties::meet);
        Particulars more = withTerm(clean);
        Instant now = clock.instant();
        PublicNumber number = numbers.next(more.book(), clean.direction(), now);
        Optional<RegisterEntry> meanwhile = clean.source().flatMap(entries::find);
        if (meanwhile.isPresent()) {
            numbers.giveBack(more.book(), clean.direction(), number);
            return meanwhile.get();
        }
        RegisterEntry entry = entry(clean, more, number, now);
        if (!entries.insert(entry)) {
            throw new Conflict("post.registered-already", Callers.current().name(), now);
        }
        company.add(entry.id(), clean.company());
        trail.tell(clean.direction() == Direction.OUT ? "post.sent" : "post.registered", entry);
        trail.index(entry);
        return entry;
    }

    /** The day from which on a reason is asked has passed, and none was given. */
    void refuseLate(NewEntry asked) {
        LocalDate today = Brussels.today(clock);
        LocalDate received = asked.piece().on();
        Particulars more = asked.particulars();
        if (received.isAfter(today)) {
            throw new Refused("post.in-future", received);
        }
        PostRules rules = settings.get();
        if (!rules.knows(more.book())) {
            throw new Refused("post.book-unknown", more.book());
        }
        if (more.care().lateReason().isBlank()
                && received.isBefore(today)
                && rules.isLate(
                        received,
                        today,
                        numbers.lastGivenOn(more.book(), asked.direction()),
                        calendars.current())) {
            throw new Refused("post.late-reason-missing", received);
        }
    }

    /** The last day of the term of what came in on a day, unless somebody chose another one. */
    Optional<LocalDate> dueOn(PieceKind kind, LocalDate received, Optional<LocalDate> chosen) {
        if (chosen.isPresent()) {
            return chosen;
        }
        PostRules rules = settings.get();
        return rules.terms().containsKey(kind)
                ? rules.dueOn(kind, received, calendars.current())
                : Optional.empty();
    }

    private Particulars withTerm(NewEntry asked) {
        Particulars more = asked.particulars();
        return asked.direction() == Direction.OUT
                ? more
                : more.with(
                        more.care()
                                .dueOn(
                                        dueOn(
                                                more.kind(),
                                                asked.piece().on(),
                                                more.care().dueOn())));
    }

    void refuseKnown(Barcode barcode) {
        entries.scanned(barcode)
                .ifPresent(there -> {
                    throw new Refused("post.barcode-known", there.number(), there.at());
                });
    }

    private static RegisterEntry entry(
            NewEntry asked, Particulars more, PublicNumber number, Instant now) {
        String by = Callers.current().name();
        boolean done = asked.direction() == Direction.OUT;
        var filing =
                new Filing(
                        now,
                        by,
                        asked.placement().unit(),
                        more.atLeast(asked.placement().confidentiality()),
                        asked.source());
        var handling =
                new Handling(
                        done ? EntryState.HANDLED : EntryState.OPEN,
                        done ? Optional.of(now) : Optional.empty(),
                        done ? Optional.of(by) : Optional.empty(),
                        Optional.empty());
        return new RegisterEntry(
                new EntryId(Ids.next()),
                asked.direction(),
                number,
                asked.piece(),
                filing,
                handling,
                asked.caseLink(),
                asked.answers(),
                more);
    }
}
