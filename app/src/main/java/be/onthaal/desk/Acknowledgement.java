// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.desk;

import be.onthaal.access.Authorities;
import be.onthaal.access.Authority;
import be.onthaal.access.Callers;
import be.onthaal.access.Permission;
import be.onthaal.access.UnitId;
import be.onthaal.audit.Audit;
import be.onthaal.audit.AuditEvent;
import be.onthaal.common.Brussels;
import be.onthaal.common.Channel;
import be.onthaal.common.NotFound;
import be.onthaal.common.Refused;
import be.onthaal.database.Parts;
import be.onthaal.dispatch.Dispatch;
import be.onthaal.dispatch.Dispatches;
import be.onthaal.dispatch.NewDispatch;
import be.onthaal.mail.MailView;
import be.onthaal.mail.Mailboxes;
import be.onthaal.mail.Messages;
import be.onthaal.party.ContactPoint;
import be.onthaal.party.Detail;
import be.onthaal.party.Parties;
import be.onthaal.party.Party;
import be.onthaal.party.PartyId;
import be.onthaal.party.Preference;
import be.onthaal.party.Preferences;
import be.onthaal.post.CaseLink;
import be.onthaal.post.EntryId;
import be.onthaal.post.NewOutgoing;
import be.onthaal.post.Piece;
import be.onthaal.post.PostRegister;
import be.onthaal.post.RegisterEntry;
import be.onthaal.post.RegisterEntry.Direction;
import be.onthaal.post.RegisterEntry.EntryState;
import be.onthaal.post.Source;
import be.onthaal.web.Text;
import be.onthaal.web.Texts;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Tells a sender that his piece came in, once, in his language: by mail where he is mailed, on
 * paper where he is not. It is registered as an answer by itself.
 */
@Service
class Acknowledgement {

    private static final String SOURCE = "ACKNOWLEDGEMENT";

    private final PostRegister post;
    private final Parties parties;
    private final Preferences preferences;
    private final Dispatches dispatches;
    private final Mailboxes mailboxes;
    private final Messages messages;
    private final Authorities authorities;
    private final Lists lists;
    private final Texts texts;
    private final Audit audit;
    private final Parts parts;
    private final Clock clock;

    Acknowledgement(
            PostRegister post,
            Parties parties,
            Preferences preferences,
            Dispatches dispatches,
            Mailboxes mailboxes,
            Messages messages,
            Authorities authorities,
            Lists lists,
            Texts texts,
            Audit audit,
            Parts parts,
            Clock clock) {
        this.post = post;
        this.parties = parties;
        this.preferences = preferences;
        this.dispatches = dispatches;
        this.mailboxes = mailboxes;
        this.messages = messages;
        this.authorities = authorities;
        this.lists = lists;
        this.texts = texts;
        this.audit = audit;
        this.parts = parts;
        this.clock = clock;
    }

    /** Whom it goes to, as far as we know him. */
    private record Addressee(Optional<Party> party, Preference wish) {

        String locale() {
            return wish.locale().or(() -> party.map(Party::locale)).orElse("nl");
        }

        /** His mail address, unless he wants paper. */
        Optional<String> mailed() {
            return wish.channel().equals(Optional.of(Channel.POST))
                    ? Optional.empty()
                    : party.flatMap(known -> known.reachedBy(ContactPoint.Kind.EMAIL));
        }

        List<String> lines(String name) {
            String address =
                    party.flatMap(known -> known.reachedBy(ContactPoint.Kind.ADDRESS))
                            .or(() ->
                                    party.flatMap(
                                            known -> known.details().value(Detail.Kind.RESIDENCE)))
                            .orElse("");
            return List.of(name, address);
        }
    }

    /**
     * What acknowledges an entry, and what that is made of: the entry, or the acknowledgement
     * before it that was cancelled.
     */
    private record Told(Source source, Optional<RegisterEntry> out) {}

    /**
     * Sends it or prepares it, and answers the outgoing entry; a second time it is the same, unless
     * that was cancelled.
     */
    @Transactional
    RegisterEntry make(EntryId id) {
        RegisterEntry in = post.hold(id);
        if (in.direction() != Direction.IN || isCancelled(in)) {
            throw new Refused("post.answers-wrong");
        }
        Told told = told(in);
        if (told.out().isPresent()) {
            return told.out().get();
        }
        refuseMachine(id);
        Addressee addressee = addressee(in);
        Optional<String> from = mailboxes.addressOf(in.filing().unit());
        Optional<String> to = addressee.mailed().filter(address -> from.isPresent());
        Text text = texts.in(addressee.locale());
        RegisterEntry out =
                post.registerOutgoing(
                        new NewOutgoing(
                                new Piece(
                                        to.isPresent() ? Channel.MAIL : Channel.POST,
                                        Brussels.today(clock),
                                        text.of("post.ack.subject", in.number().display()),
                                        in.piece().correspondent(),
                                        in.piece().party()),
                                in.filing().unit(),
                                in.filing().confidentiality(),
                                Optional.of(told.source()),
                                Optional.of(id),
                                in.caseLink()));
        to.ifPresent(address -> mail(in, address, from.orElseThrow(), text));
        return out;
    }

    /** Two machines that answer each other do not stop. */
    private void refuseMachine(EntryId id) {
        boolean machine =
                parts.answer(messages.partOfEntry(id.value()))
                        .filter(mail -> mail.handling().kind() != MailView.Kind.ORDINARY)
                        .isPresent();
        if (machine) {
            throw new Refused("post.ack-machine");
        }
    }

    /**
     * The letter that acknowledges an entry, to print; asked for by either number. Until it was
     * made it is only looked at.
     */
    @Transactional
    AcknowledgementPage letter(EntryId id) {
        RegisterEntry in = acknowledged(post.get(id));
        if (in.direction() != Direction.IN) {
            throw new NotFound("post.entry");
        }
        Optional<RegisterEntry> out = told(in).out();
        log(out.isPresent() ? "post.printed" : "post.viewed", out.orElse(in), in);
        Addressee addressee = addressee(in);
        Text text = texts.in(addressee.locale());
        Authority authority = authorities.get(Callers.current().authority());
        return new AcknowledgementPage(
                in,
                out,
                authority.name(),
                unitName(in.filing().unit()),
                addressee.lines(in.piece().correspondent()),
                text.of("post.ack.subject", in.number().display()),
                body(in, text).lines().toList(),
                text.language(),
                text.date(out.map(made -> made.piece().on()).orElseGet(lists::today)));
    }

    /** The one that counts of those that acknowledge an entry. */
    private Told told(RegisterEntry in) {
        var source = new Source(SOURCE, in.id().value());
        Optional<RegisterEntry> out = post.find(source);
        while (out.filter(Acknowledgement::isCancelled).isPresent()) {
            source = new Source(SOURCE, out.get().id().value());
            out = post.find(source);
        }
        return new Told(source, out);
    }

    /** What an acknowledgement tells of, also when others before it were cancelled. */
    private RegisterEntry acknowledged(RegisterEntry asked) {
        RegisterEntry entry = asked;
        Optional<EntryId> before = madeOf(entry);
        while (before.isPresent()) {
            entry = post.get(before.get());
            before = madeOf(entry);
        }
        return entry;
    }

    private static Optional<EntryId> madeOf(RegisterEntry entry) {
        return entry.filing()
                .source()
                .filter(made -> made.kind().equals(SOURCE))
                .map(made -> new EntryId(made.id()));
    }

    private static boolean isCancelled(RegisterEntry entry) {
        return entry.handling().state() == EntryState.CANCELLED;
    }

    private void log(String action, RegisterEntry shown, RegisterEntry in) {
        var subject =
                AuditEvent.Subject.of(
                        "POST",
                        shown.id().value(),
                        shown.filing().confidentiality(),
                        shown.filing().unit());
        audit.consulted(
                AuditEvent.of(action, subject)
                        .about(in.piece().party().map(PartyId::value).stream().toList())
                        .with("number", shown.number().display()));
    }

    private Addressee addressee(RegisterEntry in) {
        Optional<PartyId> known =
                in.piece().party().filter(party -> Callers.current().may(Permission.PARTY_VIEW));
        return known.map(party ->
                        parts.answer(
                                parties.partOf(party)
                                        .with(
                                                preferences.partOf(party),
                                                (found, wishes) ->
                                                        new Addressee(found, wishes.general()))))
                .orElseGet(() -> new Addressee(Optional.empty(), Preference.NONE));
    }

    /** Kept back where it would be one too many within the hour: then nothing of it stays. */
    private void mail(RegisterEntry in, String to, String from, Text text) {
        Dispatch sent =
                dispatches.send(
                        new NewDispatch(
                                Channel.MAIL,
                                "post.acknowledged",
                                in.piece().party().map(PartyId::value),
                                in.caseLink().map(CaseLink::id),
                                in.filing().unit(),
                                in.filing().confidentiality(),
                                mailboxes.sender(from, unitName(in.filing().unit())),
                                to,
                                text.of("post.ack.subject", in.number().display()),
                                body(in, text),
                                Optional.empty(),
                                List.of(),
                                true));
        if (sent.state() == Dispatch.State.WITHHELD) {
            throw new Refused("post.ack-withheld");
        }
    }

    /** Neither subject nor sender of the piece: the letter says only that it came in. */
    private String body(RegisterEntry in, Text text) {
        String due =
                in.particulars()
                        .care()
                        .dueOn()
                        .map(day -> text.of("post.ack.due", day) + "\n\n")
                        .orElse("");
        return text.of("post.ack.hello")
                + "\n\n"
                + text.of("post.ack.received", in.piece().on(), in.number().display())
                + "\n\n"
                + due
                + text.of("post.ack.number", in.number().display())
                + "\n\n"
                + text.of("post.ack.bye")
                + "\n"
                + unitName(in.filing().unit());
    }

    private String unitName(UnitId unit) {
        return lists.unitNames().getOrDefault(unit, "");
    }

    /** The page that shows what was made: the letter when it is paper, else the entry. */
    static String place(RegisterEntry out) {
        UUID id = out.id().value();
        return out.piece().channel() == Channel.POST
                ? "/post/" + id + "/brief"
                : "/post/" + id + "?gedaan=entry-acknowledged";
    }
}
