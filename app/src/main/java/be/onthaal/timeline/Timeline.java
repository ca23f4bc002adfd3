// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.timeline;

import static be.onthaal.timeline.internal.db.Tables.LINE;

import be.onthaal.access.Callers;
import be.onthaal.access.Confidentiality;
import be.onthaal.access.UnitId;
import be.onthaal.common.Kept;
import be.onthaal.database.Ids;
import be.onthaal.database.Json;
import be.onthaal.database.KeptRows;
import be.onthaal.database.Part;
import be.onthaal.database.Rows;
import be.onthaal.timeline.internal.db.Routines;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.JSONB;
import org.jooq.Record;
import org.jooq.Select;
import org.jooq.SelectField;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Written by the modules where things happen, in their own transaction; read by pages. */
@Service
public class Timeline {

    private static final List<SelectField<?>> TOLD =
            List.of(
                    LINE.AT,
                    LINE.EVENT,
                    LINE.CHANNEL,
                    LINE.ACTOR_NAME,
                    LINE.REF_KIND,
                    LINE.REF_ID,
                    LINE.REF_NUMBER,
                    LINE.SUMMARY,
                    LINE.DETAIL);

    private final DSLContext sql;

    Timeline(DSLContext sql) {
        this.sql = sql;
    }

    /** Adds a line. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void add(Subject subject, TimelineLine line) {
        sql.insertInto(LINE)
                .set(LINE.ID, Ids.next())
                .set(LINE.AUTHORITY_ID, Callers.current().authority().value())
                .set(LINE.SUBJECT_KIND, subject.kind().name())
                .set(LINE.SUBJECT_ID, subject.id())
                .set(LINE.AT, line.at())
                .set(LINE.EVENT, line.event())
                .set(LINE.CHANNEL, line.channel().orElse(null))
                .set(LINE.ACTOR_NAME, line.actor())
                .set(LINE.REF_KIND, line.ref().map(TimelineLine.Ref::kind).orElse(null))
                .set(LINE.REF_ID, line.ref().map(TimelineLine.Ref::id).orElse(null))
                .set(LINE.REF_NUMBER, line.ref().flatMap(TimelineLine.Ref::number).orElse(null))
                .set(LINE.SUMMARY, line.summary())
                .set(LINE.DETAIL, Json.of(line.detail()))
                .set(LINE.CONFIDENTIALITY, subject.confidentiality().level())
                .set(LINE.UNIT_ID, subject.unit().map(UnitId::value).orElse(null))
                .execute();
    }

    /** Something went to another unit: what was told about it is that unit's to read. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void moved(UUID thing, UnitId successor) {
        Routines.moved(sql.configuration(), thing, successor.value());
    }

    /** The same, and no longer read by those who may not see what is as confidential as this. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void moved(UUID thing, UnitId successor, Confidentiality level) {
        Routines.raised(sql.configuration(), thing, successor.value(), level.level());
    }

    /** Something became more confidential: what was told that leads to it is not read below it. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void closer(UUID thing, Confidentiality level) {
        Routines.closer(sql.configuration(), thing, level.level());
    }

    /** What was told of a thing on the page of one customer is told on that of another. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void reassign(UUID thing, UUID from, UUID to) {
        sql.update(LINE)
                .set(LINE.SUBJECT_ID, to)
                .where(LINE.AUTHORITY_ID.eq(Callers.current().authority().value()))
                .and(LINE.SUBJECT_KIND.eq(Subject.Kind.PARTY.name()))
                .and(LINE.SUBJECT_ID.eq(from))
                .and(LINE.REF_ID.eq(thing))
                .execute();
    }

    /** What is told of a thing, under whatever subject; for the record. */
    @Transactional(readOnly = true)
    public Kept kept(UUID thing) {
        return KeptRows.of(
                        "line", sql.selectFrom(LINE).where(about(thing)).orderBy(LINE.ID).fetch())
                .kept();
    }

    /** What is gone is told of no more, under whatever subject. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void forget(UUID thing) {
        sql.deleteFrom(LINE).where(about(thing)).execute();
    }

    private static Condition about(UUID thing) {
        return LINE.AUTHORITY_ID
                .eq(Callers.current().authority().value())
                .and(LINE.SUBJECT_ID.eq(thing).or(LINE.REF_ID.eq(thing)));
    }

    /** What happened to it that the caller may read, newest first. */
    @Transactional(readOnly = true)
    public List<TimelineLine> of(UUID subject, int most) {
        return lines(subject, most).fetch(Timeline::read);
    }

    /** The same, as a part of a page. */
    public Part<List<TimelineLine>> partOf(UUID subject, int most) {
        return Part.all(lines(subject, most), Timeline::read);
    }

    /** What happened to any of these, as one story: each index is read to its newest lines only. */
    public Part<List<TimelineLine>> partOf(Collection<UUID> subjects, int most) {
        return Part.all(together(subjects, most), Timeline::read);
    }

    /** The same, of subjects that are one, such as the profiles of a customer. */
    @Transactional(readOnly = true)
    public List<TimelineLine> of(Collection<UUID> subjects, int most) {
        return together(subjects, most).fetch(Timeline::read);
    }

    private Select<? extends Record> together(Collection<UUID> subjects, int most) {
        if (subjects.size() == 1) {
            return lines(subjects.iterator().next(), most);
        }
        var wanted = DSL.unnest(subjects.toArray(UUID[]::new)).as("wanted", "subject");
        var told =
                DSL.lateral(
                                sql.select(TOLD)
                                        .select(LINE.ID)
                                        .from(LINE)
                                        .where(
                                                LINE.AUTHORITY_ID.eq(
                                                        Callers.current().authority().value()))
                                        .and(
                                                LINE.SUBJECT_ID.eq(
                                                        wanted.field("subject", UUID.class)))
                                        .orderBy(LINE.AT.desc(), LINE.ID.desc())
                                        .limit(most))
                        .as(LINE.getName());
        return sql.select(told.fields(TOLD.toArray(Field[]::new)))
                .from(wanted, told)
                .orderBy(told.field(LINE.AT).desc(), told.field(LINE.ID).desc())
                .limit(most);
    }

    private Select<? extends Record> lines(UUID subject, int most) {
        return sql.select(TOLD)
                .from(LINE)
                .where(LINE.AUTHORITY_ID.eq(Callers.current().authority().value()))
                .and(LINE.SUBJECT_ID.eq(subject))
                .orderBy(LINE.AT.desc(), LINE.ID.desc())
                .limit(most);
    }

    private static TimelineLine read(Record row) {
        Optional<TimelineLine.Ref> ref =
                Optional.ofNullable(row.get(LINE.REF_ID))
                        .map(id ->
                                new TimelineLine.Ref(
                                        Rows.of(row, LINE.REF_KIND),
                                        id,
                                        Optional.ofNullable(row.get(LINE.REF_NUMBER))));
        return new TimelineLine(
                Rows.of(row, LINE.AT),
                Rows.of(row, LINE.EVENT),
                Optional.ofNullable(row.get(LINE.CHANNEL)),
                Rows.of(row, LINE.ACTOR_NAME),
                ref,
                Rows.of(row, LINE.SUMMARY),
                detail(Rows.of(row, LINE.DETAIL)));
    }

    /** Most lines have none, and reading that is dearer than all the rest of a line. */
    @SuppressWarnings("unchecked")
    private static Map<String, String> detail(JSONB detail) {
        return detail.data().equals("{}") ? Map.of() : Json.read(detail, Map.class);
    }
}
