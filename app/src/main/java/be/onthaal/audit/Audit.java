// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.audit;

import static be.onthaal.audit.internal.db.Tables.EVENT;

import be.onthaal.access.AuthorityId;
import be.onthaal.access.Caller;
import be.onthaal.access.Callers;
import be.onthaal.access.UnitId;
import be.onthaal.audit.internal.db.Routines;
import be.onthaal.audit.internal.db.Tables;
import be.onthaal.audit.internal.db.tables.records.EventRecord;
import be.onthaal.common.Count;
import be.onthaal.common.Page;
import be.onthaal.common.PageRequest;
import be.onthaal.database.Ids;
import be.onthaal.database.Json;
import be.onthaal.database.Part;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The log of actions and consultations: added to in the same commit, never changed. */
@Service
public class Audit {

    private final DSLContext sql;
    private final Clock clock;

    Audit(DSLContext sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /** Records something that was done, in the transaction that does it. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void record(AuditEvent event) {
        add(LogLine.Kind.ACTION, event);
    }

    /** Records that somebody's data is shown, in the transaction that reads it. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void consulted(AuditEvent consultation) {
        add(LogLine.Kind.CONSULTATION, consultation);
    }

    /**
     * Records that something was asked and refused; in a commit of its own, since nothing else is.
     */
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public void refused(AuditEvent refusal) {
        add(LogLine.Kind.REFUSAL, refusal);
    }

    /** The log as an administrator or privacy officer asks for it, newest first. */
    @Transactional(readOnly = true)
    public Page<LogLine> list(Question question, PageRequest page) {
        Condition condition = condition(question);
        List<LogLine> rows =
                sql.selectFrom(EVENT)
                        .where(condition)
                        .orderBy(EVENT.AT.desc(), EVENT.ID.desc())
                        .limit(page.size())
                        .offset(page.offset())
                        .fetch(Audit::read);
        var limited =
                DSL.select(DSL.one())
                        .from(EVENT)
                        .where(condition)
                        .limit(Count.SEARCH_LIMIT + 1)
                        .asTable("counted");
        int found = sql.fetchCount(limited);
        return Page.of(page, rows, Count.upTo(Count.SEARCH_LIMIT, found));
    }

    /**
     * On how many different things any of these actions was done, for each unit they belong to,
     * between two moments; a part of a page.
     */
    public Part<List<Tally>> tally(Collection<String> actions, Instant from, Instant until) {
        return Part.all(
                sql.select(EVENT.UNIT_ID, DSL.countDistinct(EVENT.SUBJECT_ID))
                        .from(EVENT)
                        .where(EVENT.AUTHORITY_ID.eq(Callers.current().authority().value()))
                        .and(EVENT.AT.ge(from))
                        .and(EVENT.AT.lt(until))
                        .and(EVENT.ACTION.in(actions))
                        .and(EVENT.UNIT_ID.isNotNull())
                        .groupBy(EVENT.UNIT_ID),
                row -> new Tally(new UnitId(row.value1()), row.value2()));
    }

    /** Who looked at one case, each once, the last first; a part of a page. */
    public Part<List<Looker>> lookersOfCase(UUID caseId, int most) {
        var looked =
                sql.select(EVENT.ACTOR_NAME, EVENT.AT, EVENT.PURPOSE)
                        .distinctOn(EVENT.ACTOR)
                        .from(EVENT)
                        .where(EVENT.AUTHORITY_ID.eq(authority().value()))
                        .and(EVENT.CASE_ID.eq(caseId))
                        .and(EVENT.KIND.eq(DSL.inline(LogLine.Kind.CONSULTATION.name())))
                        .orderBy(EVENT.ACTOR, EVENT.AT.desc())
                        .asTable("looked");
        return Part.all(
                sql.select(
                                looked.field(EVENT.ACTOR_NAME),
                                looked.field(EVENT.AT),
                                looked.field(EVENT.PURPOSE))
                        .from(looked)
                        .orderBy(looked.field(EVENT.AT).desc())
                        .limit(most),
                row -> new Looker(row.value1(), row.value2(), row.value3()));
    }

    /** Who looked at one customer, each once, the last first; a part of a page. */
    public Part<List<Looker>> lookersOfParty(Collection<UUID> profiles, int most) {
        return Part.all(
                sql.selectFrom(Tables.LOOKERS_OF_PARTY(profiles.toArray(UUID[]::new), most)),
                row -> new Looker(row.getActorName(), row.getAt(), row.getPurpose()));
    }

    /**
     * On which days and for what one customer was looked at, the last first; a part of a page.
     * Names of colleagues are not in it: a customer has no right to them (CJEU C-579/21).
     */
    public Part<List<ConsultedOn>> consultationsOfParty(Collection<UUID> profiles, int most) {
        return Part.all(
                sql.selectFrom(Tables.CONSULTATIONS_OF_PARTY(profiles.toArray(UUID[]::new), most)),
                row -> new ConsultedOn(row.getDay(), row.getPurpose(), row.getTimes()));
    }

    /**
     * Somebody else who did something with a case or another subject. Looking is not doing.
     *
     * @param besides the actor whose own work does not count
     */
    @Transactional(readOnly = true)
    public Optional<String> workedOn(UUID subject, String besides) {
        return sql.select(EVENT.ACTOR_NAME)
                .from(EVENT)
                .where(EVENT.AUTHORITY_ID.eq(authority().value()))
                .and(EVENT.SUBJECT_ID.eq(subject).or(EVENT.CASE_ID.eq(subject)))
                .and(EVENT.KIND.eq(DSL.inline(LogLine.Kind.ACTION.name())))
                .and(EVENT.ACTOR_NAME.ne(besides))
                .limit(1)
                .fetchOptional(EVENT.ACTOR_NAME);
    }

    /** Whether the caller's own look at this was written down since then: one view is one line. */
    @Transactional(readOnly = true)
    public boolean hasConsulted(UUID subject, Instant since) {
        return sql.fetchExists(
                EVENT,
                EVENT.AUTHORITY_ID
                        .eq(authority().value())
                        .and(EVENT.SUBJECT_ID.eq(subject))
                        .and(EVENT.ACTOR.eq(Callers.current().actor()))
                        .and(EVENT.KIND.eq(DSL.inline(LogLine.Kind.CONSULTATION.name())))
                        .and(EVENT.AT.ge(since)));
    }

    /** The same for a customer; of a sister authority its name is all that is told. */
    @Transactional(readOnly = true)
    public Optional<String> workedOnParty(UUID party, String besides) {
        return Optional.ofNullable(Routines.workedOnParty(sql.configuration(), party, besides));
    }

    /** What a reader of the log wants to know. */
    public record Question(
            Optional<LogLine.Kind> kind,
            Optional<UUID> actor,
            Optional<UUID> subject,
            Optional<Instant> from,
            Optional<Instant> until) {

        public static Question everything() {
            return new Question(
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty());
        }
    }

    private void add(LogLine.Kind kind, AuditEvent event) {
        Caller caller = Callers.current();
        AuditEvent.Subject subject = event.subject();
        sql.insertInto(EVENT)
                .set(EVENT.ID, Ids.next())
                .set(
                        EVENT.AUTHORITY_ID,
                        caller.scope().map(s -> s.authority().value()).orElse(null))
                .set(EVENT.AT, clock.instant())
                .set(EVENT.KIND, kind.name())
                .set(EVENT.ACTION, event.action())
                .set(EVENT.ACTOR, caller.actor())
                .set(EVENT.ACTOR_NAME, caller.name())
                .set(EVENT.ACTOR_KIND, caller.kind().name())
                .set(EVENT.SUBJECT_KIND, subject.kind())
                .set(EVENT.SUBJECT_ID, subject.id())
                .set(EVENT.PARTIES, event.parties().toArray(UUID[]::new))
                .set(EVENT.CASE_ID, subject.caseId().orElse(null))
                .set(EVENT.PURPOSE, caller.purpose().name())
                .set(EVENT.CHANNEL, caller.kind() == Caller.Kind.MACHINE ? "API" : "WEB")
                .set(EVENT.CONFIDENTIALITY, subject.confidentiality().level())
                .set(EVENT.UNIT_ID, subject.unit().map(UnitId::value).orElse(null))
                .set(EVENT.DETAIL, Json.of(event.detail()))
                .execute();
    }

    private static Condition condition(Question question) {
        Condition condition = EVENT.AUTHORITY_ID.eq(authority().value());
        condition = and(condition, question.kind().map(kind -> EVENT.KIND.eq(kind.name())));
        condition = and(condition, question.actor().map(EVENT.ACTOR::eq));
        condition = and(condition, question.subject().map(EVENT.SUBJECT_ID::eq));
        condition = and(condition, question.from().map(EVENT.AT::ge));
        return and(condition, question.until().map(EVENT.AT::lt));
    }

    private static Condition and(Condition condition, Optional<Condition> other) {
        return other.map(condition::and).orElse(condition);
    }

    private static AuthorityId authority() {
        return Callers.current().authority();
    }

    @SuppressWarnings("unchecked")
    private static LogLine read(EventRecord row) {
        return new LogLine(
                row.getId(),
                row.getAt(),
                LogLine.Kind.valueOf(row.getKind()),
                row.getAction(),
                row.getActorName(),
                row.getSubjectKind(),
                Optional.ofNullable(row.getSubjectId()),
                row.getParties().length,
                Optional.ofNullable(row.getCaseId()),
                row.getPurpose(),
                row.getChannel(),
                Json.read(row.getDetail(), Map.class));
    }
}
