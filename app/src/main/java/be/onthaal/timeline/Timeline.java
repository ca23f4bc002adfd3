// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.timeline;

import static be.onthaal.timeline.internal.db.Tables.LINE;

import be.onthaal.access.Callers;
import be.onthaal.access.Confidentiality;
import be.onthaal.access.UnitId;
import be.onthaal.database.Ids;
import be.onthaal.database.Json;
import be.onthaal.database.Part;
import be.onthaal.timeline.internal.db.Routines;
import be.onthaal.timeline.internal.db.tables.records.LineRecord;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Select;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Written by the modules where things happen, in their own transaction; read by pages. */
@Service
public class Timeline {

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

    /** What happened to it that the caller may read, newest first. */
    @Transactional(readOnly = true)
    public List<TimelineLine> of(UUID subject, int most) {
        return lines(subject, most).fetch(Timeline::read);
    }

    /** The same, as a part of a page. */
    public Part<List<TimelineLine>> partOf(UUID subject, int most) {
        return Part.all(lines(subject, most), Timeline::read);
    }

    private Select<LineRecord> lines(UUID subject, int most) {
        return sql.selectFrom(LINE)
                .where(LINE.AUTHORITY_ID.eq(Callers.current().authority().value()))
                .and(LINE.SUBJECT_ID.eq(subject))
                .orderBy(LINE.AT.desc(), LINE.ID.desc())
                .limit(most);
    }

    @SuppressWarnings("unchecked")
    private static TimelineLine read(LineRecord row) {
        Optional<TimelineLine.Ref> ref =
                Optional.ofNullable(row.getRefId())
                        .map(id ->
                                new TimelineLine.Ref(
                                        row.getRefKind(),
                                        id,
                                        Optional.ofNullable(row.getRefNumber())));
        return new TimelineLine(
                row.getAt(),
                row.getEvent(),
                Optional.ofNullable(row.getChannel()),
                row.getActorName(),
                ref,
                row.getSummary(),
                Json.read(row.getDetail(), Map.class));
    }
}
