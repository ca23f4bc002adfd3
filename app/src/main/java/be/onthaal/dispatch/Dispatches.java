// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.dispatch;

import be.onthaal.access.AuthorityId;
import be.onthaal.access.Caller;
import be.onthaal.access.Callers;
import be.onthaal.access.Permission;
import be.onthaal.audit.Audit;
import be.onthaal.audit.AuditEvent;
import be.onthaal.common.Conflict;
import be.onthaal.common.EmailAddress;
import be.onthaal.common.NotFound;
import be.onthaal.database.Ids;
import be.onthaal.database.Part;
import be.onthaal.dispatch.Dispatch.State;
import be.onthaal.dispatch.internal.Addressing;
import be.onthaal.dispatch.internal.Damper;
import be.onthaal.dispatch.internal.DispatchRows;
import be.onthaal.dispatch.internal.MailEffect;
import be.onthaal.dispatch.internal.MessageIds;
import be.onthaal.dispatch.internal.ReplyAddresses;
import be.onthaal.outbox.Outbox;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Sends, and knows what became of what was sent. */
@Service
public class Dispatches {

    private final DispatchRows rows;
    private final MessageIds messageIds;
    private final ReplyAddresses replyAddresses;
    private final Damper damper;
    private final Outbox outbox;
    private final Audit audit;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Dispatches(
            DispatchRows rows,
            MessageIds messageIds,
            ReplyAddresses replyAddresses,
            Damper damper,
            Outbox outbox,
            Audit audit,
            ApplicationEventPublisher events,
            Clock clock) {
        this.rows = rows;
        this.messageIds = messageIds;
        this.replyAddresses = replyAddresses;
        this.damper = damper;
        this.outbox = outbox;
        this.audit = audit;
        this.events = events;
        this.clock = clock;
    }

    /** Sends after the commit; automatic mail beyond its limits is kept and withheld. */
    @Transactional
    public Dispatch send(NewDispatch wanted) {
        Caller caller = caller();
        NewDispatch what = Addressing.checked(wanted);
        var id = new DispatchId(Ids.next());
        Optional<String> objection =
                what.automatic()
                        ? damper.objection(caller.authority(), recipient(what), what.caseId())
                        : Optional.empty();
        var sender = new EmailAddress(what.sender().address());
        var dispatch =
                new Dispatch(
                        id,
                        what,
                        messageIds.make(caller.authority(), id, sender),
                        objection.isPresent() ? State.WITHHELD : State.QUEUED,
                        clock.instant(),
                        caller.name(),
                        Optional.empty(),
                        objection);
        rows.insert(caller.authority(), dispatch, recipient(what).normalised());
        if (objection.isEmpty()) {
            outbox.send(MailEffect.of(id, 1));
        }
        record(objection.isEmpty() ? "dispatch.sent" : "dispatch.withheld", dispatch);
        return dispatch;
    }

    /** One that the caller may see. */
    @Transactional(readOnly = true)
    public Dispatch get(DispatchId id) {
        return rows.find(authority(), id).orElseThrow(() -> new NotFound("dispatch.dispatch"));
    }

    /** What was sent in a case, oldest first. */
    @Transactional(readOnly = true)
    public List<Dispatch> ofCase(UUID caseId) {
        return rows.ofCase(authority(), caseId);
    }

    /** The same, as a part of a page. */
    public Part<List<Dispatch>> partOfCase(UUID caseId) {
        return rows.partOfCase(authority(), caseId);
    }

    /** The sending with this message id, if we really made that id: a forged one finds nothing. */
    @Transactional(readOnly = true)
    public Optional<Dispatch> findByMessageId(String messageId) {
        return messageIds
                .verified(authority(), messageId)
                .flatMap(id -> rows.find(authority(), id));
    }

    /** The sending whose answers come in at this address, if we really made that address. */
    @Transactional(readOnly = true)
    public Optional<Dispatch> findByReplyAddress(String address) {
        return replyAddresses
                .verified(authority(), address)
                .flatMap(id -> rows.find(authority(), id));
    }

    /** What an administrator has to look at: failed and come back, newest first. */
    @Transactional(readOnly = true)
    public List<Dispatch> troubled(int most) {
        return rows.troubled(authority(), most);
    }

    /** Automatic mail that was kept back because it was one too many, newest first. */
    @Transactional(readOnly = true)
    public List<Dispatch> withheld(int most) {
        return rows.withheld(authority(), most);
    }

    /** Tries a failed one again, under the same message id. */
    @Transactional
    public void again(DispatchId id) {
        Callers.require(Permission.ADMINISTER);
        Dispatch dispatch = get(id);
        int round = rows.queueAgain(authority(), id);
        if (round == 0) {
            throw new Conflict("dispatch.not-failed");
        }
        outbox.send(MailEffect.of(id, round));
        record("dispatch.again", dispatch);
    }

    /** The mail came back; its people are told. A second report of the same changes nothing. */
    @Transactional
    public void bounced(DispatchId id, String problem) {
        caller();
        settle(id, State.BOUNCED, Optional.of(problem));
    }

    /** The mail server took it; told by the outbox. */
    @Transactional
    void sent(DispatchId id) {
        settle(id, State.SENT, Optional.empty());
    }

    /** The mail server will not take it; told by the outbox. */
    @Transactional
    void failed(DispatchId id, String problem) {
        settle(id, State.FAILED, Optional.of(problem));
    }

    private void settle(DispatchId id, State state, Optional<String> problem) {
        if (!rows.settle(authority(), id, state, problem)) {
            return;
        }
        Dispatch dispatch = get(id);
        if (state == State.SENT) {
            events.publishEvent(new DispatchSent(dispatch));
        } else {
            record(state == State.BOUNCED ? "dispatch.bounced" : "dispatch.failed", dispatch);
            events.publishEvent(new DispatchFailed(dispatch));
        }
    }

    private void record(String action, Dispatch dispatch) {
        NewDispatch what = dispatch.what();
        var subject =
                AuditEvent.Subject.of(
                        "DISPATCH", dispatch.id().value(), what.confidentiality(), what.unit());
        AuditEvent event =
                AuditEvent.of(action, what.caseId().map(subject::inCase).orElse(subject))
                        .with("purpose", what.purpose());
        audit.record(what.party().map(event::about).orElse(event));
    }

    private static EmailAddress recipient(NewDispatch what) {
        return new EmailAddress(what.recipient());
    }

    private static AuthorityId authority() {
        return Callers.current().authority();
    }

    private static Caller caller() {
        Caller caller = Callers.current();
        return caller.may(Permission.CASE_HANDLE)
                ? caller
                : Callers.require(Permission.POST_HANDLE);
    }
}
