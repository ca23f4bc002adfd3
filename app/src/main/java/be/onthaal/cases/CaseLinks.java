// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.cases;

import static be.onthaal.cases.internal.db.Tables.CASE_FILE;
import static be.onthaal.cases.internal.db.Tables.LINK;

import be.onthaal.access.Callers;
import be.onthaal.access.Permission;
import be.onthaal.cases.CaseTrail.Step;
import be.onthaal.common.NotFound;
import be.onthaal.common.Refused;
import be.onthaal.database.Ids;
import be.onthaal.database.Part;
import be.onthaal.party.OwnFile;
import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Which cases belong together; of another case one sees no more than one may see of it. */
@Service
public class CaseLinks {

    private static final int MOST = 200;
    private static final int DEEPEST = 20;

    private final DSLContext sql;
    private final CaseStore cases;
    private final CaseTrail trail;
    private final OwnFile ownFile;
    private final Clock clock;

    CaseLinks(DSLContext sql, CaseStore cases, CaseTrail trail, OwnFile ownFile, Clock clock) {
        this.sql = sql;
        this.cases = cases;
        this.trail = trail;
        this.ownFile = ownFile;
        this.clock = clock;
    }

    /** What another case is to this one. */
    public enum Kind {
        /** The other stands above this one. */
        PARENT,
        /** They have to do with each other. */
        RELATED,
        /** The other is about the same. */
        DUPLICATE,
        /** This one came out of the other; only splitting makes such a link. */
        SPLIT;

        /** Those that somebody can add. */
        public static List<Kind> addable() {
            return List.of(PARENT, RELATED, DUPLICATE);
        }
    }

    /**
     * Another case as it is seen from this one.
     *
     * @param below whether it stands below this one
     */
    public record Linked(UUID link, Kind kind, boolean below, CaseLine other) {}

    /** The cases that belong to a case and that the caller may see, as a part of a page. */
    public Part<List<Linked>> partOf(CaseId id) {
        Callers.require(Permission.CASE_VIEW);
        Condition joined =
                CASE_FILE
                        .AUTHORITY_ID
                        .eq(LINK.AUTHORITY_ID)
                        .and(
                                CASE_FILE.ID.eq(
                                        DSL.when(LINK.CASE_ID.eq(id.value()), LINK.OTHER_ID)
                                                .otherwise(LINK.CASE_ID)));
        return Part.all(
                sql.select(CaseRows.LINE)
                        .select(LINK.ID.as("link_id"), LINK.KIND, LINK.OTHER_ID)
                        .from(LINK)
                        .join(CASE_FILE)
                        .on(joined)
                        .where(LINK.AUTHORITY_ID.eq(authority()))
                        .and(LINK.CASE_ID.eq(id.value()).or(LINK.OTHER_ID.eq(id.value())))
                        .orderBy(LINK.ADDED_AT, LINK.ID)
                        .limit(MOST),
                row ->
                        new Linked(
                                row.get("link_id", UUID.class),
                                Kind.valueOf(row.get(LINK.KIND)),
                                Kind.PARENT.name().equals(row.get(LINK.KIND))
                                        && id.value().equals(row.get(LINK.OTHER_ID)),
                                CaseRows.line(row)));
    }

    /** Links two cases; no case stands above itself, however many lie between. */
    @Transactional
    public void add(CaseId id, CaseId other, Kind kind) {
        Callers.require(Permission.CASE_HANDLE);
        if (!Kind.addable().contains(kind)) {
            throw new Refused("cases.link-circle");
        }
        CaseFile file = handled(id);
        CaseFile second = cases.get(other);
        if (id.equals(other) || (kind == Kind.PARENT && above(other).contains(id.value()))) {
            throw new Refused("cases.link-circle");
        }
        sql.insertInto(LINK)
                .set(LINK.AUTHORITY_ID, authority())
                .set(LINK.ID, Ids.next())
                .set(LINK.CASE_ID, id.value())
                .set(LINK.OTHER_ID, other.value())
                .set(LINK.KIND, kind.name())
                .set(LINK.ADDED_AT, clock.instant())
                .set(LINK.ADDED_BY, Callers.current().name())
                .onConflictDoNothing()
                .execute();
        trail.inside(file, Step.of("cases.linked", second.number().display()));
        trail.inside(second, Step.of("cases.linked", file.number().display()));
    }

    /** Takes a link away. */
    @Transactional
    public void remove(CaseId id, UUID link) {
        Callers.require(Permission.CASE_HANDLE);
        CaseFile file = handled(id);
        int gone =
                sql.deleteFrom(LINK)
                        .where(LINK.AUTHORITY_ID.eq(authority()))
                        .and(LINK.ID.eq(link))
                        .and(LINK.CASE_ID.eq(id.value()).or(LINK.OTHER_ID.eq(id.value())))
                        .execute();
        if (gone == 0) {
            throw new NotFound("cases.link");
        }
        trail.inside(file, Step.of("cases.unlinked", ""));
    }

    /** The cases that stand above a case, at any height. */
    private Set<UUID> above(CaseId id) {
        Set<UUID> seen = new HashSet<>();
        Set<UUID> level = Set.of(id.value());
        for (int depth = 0; depth < DEEPEST && !level.isEmpty(); depth++) {
            level =
                    sql.select(LINK.OTHER_ID)
                            .from(LINK)
                            .where(LINK.AUTHORITY_ID.eq(authority()))
                            .and(LINK.CASE_ID.in(level))
                            .and(LINK.KIND.eq(Kind.PARENT.name()))
                            .fetchSet(LINK.OTHER_ID);
            level.removeAll(seen);
            seen.addAll(level);
        }
        return seen;
    }

    private CaseFile handled(CaseId id) {
        CaseFile file = cases.locked(id);
        ownFile.refuse(file.customer().party().stream().toList());
        return file;
    }

    private static UUID authority() {
        return Callers.current().authority().value();
    }
}
