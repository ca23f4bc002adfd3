// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.portal.internal;

import static be.onthaal.portal.internal.db.Tables.BY_TOKEN;
import static be.onthaal.portal.internal.db.Tables.STATUS;
import static be.onthaal.portal.internal.db.Tables.SUBMISSION;

import be.onthaal.access.AuthorityId;
import be.onthaal.access.Callers;
import be.onthaal.access.UnitId;
import be.onthaal.audit.Audit;
import be.onthaal.audit.AuditEvent;
import be.onthaal.cases.CaseClosed;
import be.onthaal.cases.CaseFile;
import be.onthaal.cases.CaseHandling;
import be.onthaal.cases.CaseId;
import be.onthaal.cases.CaseMerges;
import be.onthaal.cases.CaseReopened;
import be.onthaal.cases.CaseStepTaken;
import be.onthaal.cases.model.PublicStatus;
import be.onthaal.cases.model.Words;
import be.onthaal.common.EmailAddress;
import be.onthaal.common.NotFound;
import be.onthaal.common.Token;
import be.onthaal.common.Tokens;
import be.onthaal.database.Ids;
import be.onthaal.organisation.UnitSucceeded;
import be.onthaal.portal.internal.db.tables.records.SubmissionRecord;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Record1;
import org.jooq.Select;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** What citizens sent, kept before anything is done with it, and what they may read of it. */
@Service
class Submissions {

    /** The steps after which a case may stand elsewhere for its customer. */
    private static final Set<String> TELLING =
            Set.of(
                    "cases.went-on",
                    "cases.closed",
                    "cases.reopened",
                    "cases.suspended",
                    "cases.resumed",
                    "cases.version-moved",
                    "cases.version-undone",
                    "cases.merged-away",
                    "cases.unmerged");

    private final DSLContext sql;
    private final CaseHandling handling;
    private final CaseMerges merges;
    private final Audit audit;
    private final Clock clock;
    private final Tokens tokens = new Tokens();

    Submissions(
            DSLContext sql, CaseHandling handling, CaseMerges merges, Audit audit, Clock clock) {
        this.sql = sql;
        this.handling = handling;
        this.merges = merges;
        this.audit = audit;
        this.clock = clock;
    }

    /** A status and the authority whose page shows it. */
    record Followed(AuthorityId authority, StatusPage page) {}

    /** Keeps a question and gives the secret of its private link. */
    @Transactional
    public Token receive(QuestionForm form, String locale) {
        UUID authority = Callers.current().authority().value();
        UUID id = Ids.next();
        Token token = tokens.draw();
        sql.insertInto(SUBMISSION)
                .set(SUBMISSION.AUTHORITY_ID, authority)
                .set(SUBMISSION.ID, id)
                .set(SUBMISSION.TOKEN_HASH, token.digest().bytes())
                .set(SUBMISSION.RECEIVED_AT, clock.instant())
                .set(SUBMISSION.LOCALE, locale)
                .set(SUBMISSION.NAME, clean(form.name()))
                .set(SUBMISSION.EMAIL, email(form))
                .set(SUBMISSION.PHONE, clean(form.phone()))
                .set(SUBMISSION.SUBJECT, clean(form.subject()))
                .set(SUBMISSION.TEXT, clean(form.text()))
                .execute();
        sql.insertInto(STATUS)
                .set(STATUS.AUTHORITY_ID, authority)
                .set(STATUS.SUBMISSION_ID, id)
                .set(STATUS.AT, clock.instant())
                .set(STATUS.STEP, StatusPage.Step.RECEIVED.name())
                .execute();
        audit.record(AuditEvent.of("portal.received", AuditEvent.Subject.of("SUBMISSION", id)));
        return token;
    }

    /** What stands behind a private link. */
    @Transactional(readOnly = true)
    public Followed follow(Token token, boolean fresh, String link) {
        return sql.selectFrom(BY_TOKEN.call(token.digest().bytes()))
                .fetchOptional(row ->
                        new Followed(
                                new AuthorityId(row.getAuthorityId()),
                                new StatusPage(
                                        fresh,
                                        link,
                                        row.getSubject(),
                                        row.getReceivedAt(),
                                        StatusPage.Step.valueOf(row.getStep()),
                                        Optional.ofNullable(row.getNumber()),
                                        Optional.ofNullable(row.getDueOn()),
                                        new Words(
                                                row.getWordsNl(),
                                                row.getWordsFr(),
                                                row.getWordsEn()),
                                        row.getActionNeeded())))
                .orElseThrow(() -> new NotFound("portal.link"));
    }

    /** What waits to be taken in, oldest first, and after it what failed before. */
    @Transactional(readOnly = true)
    public List<SubmissionRecord> waiting(int most) {
        return sql.selectFrom(SUBMISSION)
                .where(SUBMISSION.AUTHORITY_ID.eq(authority()))
                .and(SUBMISSION.STATE.eq("RECEIVED"))
                .orderBy(SUBMISSION.ATTEMPTS, SUBMISSION.RECEIVED_AT)
                .limit(most)
                .fetch();
    }

    /** It became this case. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void taken(UUID submission, CaseFile file) {
        PublicStatus told = handling.told(file.id());
        sql.update(SUBMISSION)
                .set(SUBMISSION.STATE, "TAKEN")
                .set(SUBMISSION.CASE_ID, file.id().value())
                .where(SUBMISSION.AUTHORITY_ID.eq(authority()))
                .and(SUBMISSION.ID.eq(submission))
                .execute();
        sql.update(STATUS)
                .set(STATUS.STEP, StatusPage.Step.IN_TREATMENT.name())
                .set(STATUS.AT, clock.instant())
                .set(STATUS.NUMBER, file.number().display())
                .set(STATUS.DUE_ON, file.term().dueOn())
                .set(STATUS.WORDS_NL, told.words().nl())
                .set(STATUS.WORDS_FR, told.words().fr())
                .set(STATUS.WORDS_EN, told.words().en())
                .set(STATUS.ACTION_NEEDED, told.actionNeeded())
                .where(STATUS.AUTHORITY_ID.eq(authority()))
                .and(STATUS.SUBMISSION_ID.eq(submission))
                .execute();
        audit.record(
                AuditEvent.of("portal.taken", AuditEvent.Subject.of("SUBMISSION", submission)));
    }

    /** It could not be taken in; it waits for the people of the unit, with the reason. */
    @Transactional
    public void failed(UUID submission, String problem, Optional<UnitId> unit) {
        sql.update(SUBMISSION)
                .set(SUBMISSION.STATE, "FAILED")
                .set(SUBMISSION.PROBLEM, problem)
                .set(SUBMISSION.UNIT_ID, unit.map(UnitId::value).orElse(null))
                .where(SUBMISSION.AUTHORITY_ID.eq(authority()))
                .and(SUBMISSION.ID.eq(submission))
                .execute();
        audit.record(
                AuditEvent.of("portal.failed", AuditEvent.Subject.of("SUBMISSION", submission)));
    }

    /** It failed once more for no reason that we know; says how often that is. */
    @Transactional
    public int stumbled(UUID submission) {
        return sql.update(SUBMISSION)
                .set(SUBMISSION.ATTEMPTS, SUBMISSION.ATTEMPTS.plus(1))
                .where(SUBMISSION.AUTHORITY_ID.eq(authority()))
                .and(SUBMISSION.ID.eq(submission))
                .returning(SUBMISSION.ATTEMPTS)
                .fetchSingle(SUBMISSION.ATTEMPTS);
    }

    /** What waits for the people of a unit goes with them. */
    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void follow(UnitSucceeded event) {
        sql.update(SUBMISSION)
                .set(SUBMISSION.UNIT_ID, event.successor().value())
                .where(SUBMISSION.AUTHORITY_ID.eq(authority()))
                .and(SUBMISSION.UNIT_ID.eq(event.closed().value()))
                .execute();
    }

    /** After each step that may change it, what the customer is told is written again. */
    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void stepped(CaseStepTaken event) {
        if (TELLING.contains(event.step()) && isFollowed(event.id())) {
            PublicStatus told = handling.told(event.id());
            sql.update(STATUS)
                    .set(STATUS.WORDS_NL, told.words().nl())
                    .set(STATUS.WORDS_FR, told.words().fr())
                    .set(STATUS.WORDS_EN, told.words().en())
                    .set(STATUS.ACTION_NEEDED, told.actionNeeded())
                    .where(STATUS.AUTHORITY_ID.eq(authority()))
                    .and(STATUS.SUBMISSION_ID.in(submissionsOf(event.id())))
                    .execute();
        }
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void closed(CaseClosed event) {
        if (!event.resultCode().equals(CaseMerges.MERGED)) {
            step(event.id(), StatusPage.Step.CLOSED);
        }
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void reopened(CaseReopened event) {
        step(event.id(), StatusPage.Step.IN_TREATMENT);
    }

    private void step(CaseId id, StatusPage.Step step) {
        sql.update(STATUS)
                .set(STATUS.STEP, step.name())
                .set(STATUS.AT, clock.instant())
                .where(STATUS.AUTHORITY_ID.eq(authority()))
                .and(STATUS.SUBMISSION_ID.in(submissionsOf(id)))
                .execute();
    }

    private boolean isFollowed(CaseId id) {
        return sql.fetchExists(submissionsOf(id));
    }

    /** Whose question was merged into another case follows that one. */
    private Select<Record1<UUID>> submissionsOf(CaseId id) {
        return sql.select(SUBMISSION.ID)
                .from(SUBMISSION)
                .where(SUBMISSION.AUTHORITY_ID.eq(authority()))
                .and(
                        SUBMISSION.CASE_ID.in(
                                merges.members(id).stream().map(CaseId::value).toList()));
    }

    private static UUID authority() {
        return Callers.current().authority().value();
    }

    /** As we write addresses; the form refused what is none. */
    private static String email(QuestionForm form) {
        return EmailAddress.parse(form.email())
                .map(EmailAddress::value)
                .orElseGet(() -> clean(form.email()));
    }

    private static String clean(String text) {
        return text.strip().replace('\u0000', ' ');
    }
}
