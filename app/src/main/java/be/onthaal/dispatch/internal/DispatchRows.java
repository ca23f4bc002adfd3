// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.dispatch.internal;

import static be.onthaal.dispatch.internal.db.Tables.DISPATCH_;

import be.onthaal.access.AuthorityId;
import be.onthaal.access.Confidentiality;
import be.onthaal.access.UnitId;
import be.onthaal.common.Channel;
import be.onthaal.database.Part;
import be.onthaal.dispatch.Dispatch;
import be.onthaal.dispatch.Dispatch.State;
import be.onthaal.dispatch.DispatchId;
import be.onthaal.dispatch.NewDispatch;
import be.onthaal.dispatch.Sender;
import be.onthaal.dispatch.internal.db.Routines;
import be.onthaal.dispatch.internal.db.tables.records.DispatchRecord;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Select;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;

/** Sendings as rows. */
@Component
public class DispatchRows {

    private static final int LONGEST_PROBLEM = 1_000;

    private final DSLContext sql;
    private final Clock clock;

    DispatchRows(DSLContext sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    public void insert(AuthorityId authority, Dispatch dispatch, String recipientKey) {
        NewDispatch what = dispatch.what();
        sql.insertInto(DISPATCH_)
                .set(DISPATCH_.AUTHORITY_ID, authority.value())
                .set(DISPATCH_.ID, dispatch.id().value())
                .set(DISPATCH_.CHANNEL, what.channel().name())
                .set(DISPATCH_.PURPOSE, what.purpose())
                .set(DISPATCH_.PARTY_ID, what.party().orElse(null))
                .set(DISPATCH_.CASE_ID, what.caseId().orElse(null))
                .set(DISPATCH_.UNIT_ID, what.unit().value())
                .set(DISPATCH_.CONFIDENTIALITY, what.confidentiality().level())
                .set(DISPATCH_.SENDER_ADDRESS, what.sender().address())
                .set(DISPATCH_.SENDER_NAME, what.sender().name())
                .set(DISPATCH_.SENDER_MARKED, what.sender().marked())
                .set(DISPATCH_.RECIPIENT, what.recipient())
                .set(DISPATCH_.RECIPIENT_KEY, recipientKey)
                .set(DISPATCH_.SUBJECT, what.subject())
                .set(DISPATCH_.BODY_TEXT, what.text())
                .set(DISPATCH_.MESSAGE_ID, dispatch.messageId())
                .set(DISPATCH_.IN_REPLY_TO, what.inReplyTo().orElse(null))
                .set(DISPATCH_.REFS, what.references().toArray(String[]::new))
                .set(DISPATCH_.AUTOMATIC, what.automatic())
                .set(DISPATCH_.STATE, dispatch.state().name())
                .set(DISPATCH_.MADE_AT, dispatch.madeAt())
                .set(DISPATCH_.MADE_BY, dispatch.madeBy())
                .set(DISPATCH_.PROBLEM, dispatch.problem().orElse(null))
                .execute();
    }

    public Optional<Dispatch> find(AuthorityId authority, DispatchId id) {
        return sql.selectFrom(DISPATCH_).where(is(authority, id)).fetchOptional(DispatchRows::read);
    }

    public List<Dispatch> ofCase(AuthorityId authority, UUID caseId) {
        return inCase(authority, caseId).fetch(DispatchRows::read);
    }

    public Part<List<Dispatch>> partOfCase(AuthorityId authority, UUID caseId) {
        return Part.all(inCase(authority, caseId), DispatchRows::read);
    }

    private Select<DispatchRecord> inCase(AuthorityId authority, UUID caseId) {
        return sql.selectFrom(DISPATCH_)
                .where(DISPATCH_.AUTHORITY_ID.eq(authority.value()))
                .and(DISPATCH_.CASE_ID.eq(caseId))
                .orderBy(DISPATCH_.MADE_AT, DISPATCH_.ID);
    }

    public List<Dispatch> troubled(AuthorityId authority, int most) {
        return sql.selectFrom(DISPATCH_)
                .where(DISPATCH_.AUTHORITY_ID.eq(authority.value()))
                .and(DISPATCH_.STATE.ne(State.SENT.name()))
                .and(DISPATCH_.STATE.in(State.FAILED.name(), State.BOUNCED.name()))
                .orderBy(DISPATCH_.MADE_AT.desc())
                .limit(most)
                .fetch(DispatchRows::read);
    }

    /** The last automatic ones that were one too many. */
    public List<Dispatch> withheld(AuthorityId authority, int most) {
        return sql.selectFrom(DISPATCH_)
                .where(DISPATCH_.AUTHORITY_ID.eq(authority.value()))
                .and(DISPATCH_.STATE.ne(DSL.inline(State.SENT.name())))
                .and(DISPATCH_.STATE.eq(State.WITHHELD.name()))
                .orderBy(DISPATCH_.MADE_AT.desc())
                .limit(most)
                .fetch(DispatchRows::read);
    }

    /** Writes down what became of it; false when that was known already, or a later state is. */
    public boolean settle(
            AuthorityId authority, DispatchId id, State state, Optional<String> problem) {
        List<String> before =
                state == State.BOUNCED
                        ? List.of(State.QUEUED.name(), State.SENT.name())
                        : List.of(State.QUEUED.name(), State.FAILED.name());
        var update =
                sql.update(DISPATCH_)
                        .set(DISPATCH_.STATE, state.name())
                        .set(DISPATCH_.PROBLEM, problem.map(DispatchRows::cut).orElse(null));
        if (state == State.SENT) {
            update = update.set(DISPATCH_.SENT_AT, clock.instant());
        }
        return update.where(is(authority, id))
                        .and(DISPATCH_.STATE.in(before))
                        .and(DISPATCH_.STATE.ne(state.name()))
                        .execute()
                == 1;
    }

    /** Which round of the outbox it enters; 0 when it did not fail. */
    public int queueAgain(AuthorityId authority, DispatchId id) {
        return sql.update(DISPATCH_)
                .set(DISPATCH_.STATE, State.QUEUED.name())
                .set(DISPATCH_.ROUNDS, DISPATCH_.ROUNDS.plus(1))
                .set(DISPATCH_.PROBLEM, (String) null)
                .where(is(authority, id))
                .and(DISPATCH_.STATE.eq(State.FAILED.name()))
                .returning(DISPATCH_.ROUNDS)
                .fetchOptional(DISPATCH_.ROUNDS)
                .orElse(0);
    }

    /** Also what the caller himself may not see, before or after. */
    public void followCase(UUID caseId, UnitId unit, Confidentiality level) {
        Routines.withCase(sql.configuration(), caseId, unit.value(), level.level());
    }

    /** Also what the caller himself may not see. */
    public void follow(UnitId closed, UnitId successor) {
        Routines.follow(sql.configuration(), closed.value(), successor.value());
    }

    private static Condition is(AuthorityId authority, DispatchId id) {
        return DISPATCH_.AUTHORITY_ID.eq(authority.value()).and(DISPATCH_.ID.eq(id.value()));
    }

    private static String cut(String problem) {
        return Addressing.line(problem, LONGEST_PROBLEM);
    }

    private static Dispatch read(DispatchRecord row) {
        var what =
                new NewDispatch(
                        Channel.valueOf(row.getChannel()),
                        row.getPurpose(),
                        Optional.ofNullable(row.getPartyId()),
                        Optional.ofNullable(row.getCaseId()),
                        new UnitId(row.getUnitId()),
                        Confidentiality.of(row.getConfidentiality()),
                        new Sender(
                                row.getSenderAddress(), row.getSenderName(), row.getSenderMarked()),
                        row.getRecipient(),
                        row.getSubject(),
                        row.getBodyText(),
                        Optional.ofNullable(row.getInReplyTo()),
                        List.of(row.getRefs()),
                        row.getAutomatic());
        return new Dispatch(
                new DispatchId(row.getId()),
                what,
                row.getMessageId(),
                State.valueOf(row.getState()),
                row.getMadeAt(),
                row.getMadeBy(),
                Optional.ofNullable(row.getSentAt()),
                Optional.ofNullable(row.getProblem()));
    }
}
