// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.party;

import static be.onthaal.party.internal.db.Tables.LIKELY_PAIR;
import static be.onthaal.party.internal.db.Tables.NEVER_SAME;

import be.onthaal.access.Callers;
import be.onthaal.party.matching.MatchedPair;
import be.onthaal.party.matching.Matching;
import be.onthaal.party.matching.NeverSame;
import be.onthaal.party.matching.Profile;
import be.onthaal.party.matching.ProfileMatcher;
import be.onthaal.party.matching.Settings;
import java.time.Clock;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Compares all customers that an authority knows with each other, and learns from them. */
@Service
public class MatchingNight {

    /** So many pairs wait at most; who has decided these sees the next tomorrow. */
    static final int MOST_PAIRS = 5_000;

    private static final int AT_ONCE = 1_000;

    private final DSLContext sql;
    private final KnownParties known;
    private final MatchModels models;
    private final Doubts doubts;
    private final Clock clock;

    MatchingNight(
            DSLContext sql, KnownParties known, MatchModels models, Doubts doubts, Clock clock) {
        this.sql = sql;
        this.known = known;
        this.models = models;
        this.doubts = doubts;
        this.clock = clock;
    }

    /**
     * Renews the pairs that wait for somebody to look, and the model.
     *
     * @return how many pairs were found
     */
    @Transactional
    public int run() {
        UUID group = Callers.current().group().value();
        List<NeverSame> decided =
                sql.selectFrom(NEVER_SAME)
                        .where(NEVER_SAME.GROUP_ID.eq(group))
                        .fetch(row ->
                                new NeverSame(row.getOne().toString(), row.getOther().toString()));
        Matching matching = new ProfileMatcher(Settings.standard()).match(persons(), decided);
        models.learned(matching.model());
        doubts.renew();
        List<MatchedPair> pairs = matching.pairs().stream().limit(MOST_PAIRS).toList();
        var rows =
                pairs.stream()
                        .map(pair -> {
                            PartyId one = PartyId.of(pair.first());
                            PartyId other = PartyId.of(pair.second());
                            boolean inOrder = MergeRows.inOrder(one, other);
                            return DSL.row(
                                    group,
                                    (inOrder ? one : other).value(),
                                    (inOrder ? other : one).value(),
                                    pair.probability(),
                                    clock.instant());
                        })
                        .toList();
        forget(group);
        for (int from = 0; from < rows.size(); from += AT_ONCE) {
            sql.insertInto(
                            LIKELY_PAIR,
                            LIKELY_PAIR.GROUP_ID,
                            LIKELY_PAIR.ONE,
                            LIKELY_PAIR.OTHER,
                            LIKELY_PAIR.PROBABILITY,
                            LIKELY_PAIR.FOUND_AT)
                    .valuesOfRows(rows.subList(from, Math.min(rows.size(), from + AT_ONCE)))
                    .onConflictDoNothing()
                    .execute();
        }
        return rows.size();
    }

    /** Those of which this authority knows both; what a sister found is hers. */
    private void forget(UUID group) {
        sql.deleteFrom(LIKELY_PAIR)
                .where(LIKELY_PAIR.GROUP_ID.eq(group))
                .and(Profiles.known(LIKELY_PAIR.ONE))
                .and(Profiles.known(LIKELY_PAIR.OTHER))
                .execute();
    }

    /** Read a thousand at a time, so that a large town is never whole in memory as rows. */
    private Iterator<Profile> persons() {
        return new Iterator<>() {
            private Iterator<Party> page = List.<Party>of().iterator();
            private Optional<PartyId> last = Optional.empty();
            private boolean more = true;
            private Optional<Party> next = advance();

            @Override
            public boolean hasNext() {
                return next.isPresent();
            }

            @Override
            public Profile next() {
                Party party = next.orElseThrow(NoSuchElementException::new);
                next = advance();
                return Traits.of(party);
            }

            private Optional<Party> advance() {
                while (true) {
                    while (page.hasNext()) {
                        Party party = page.next();
                        if (party.kind() == Party.Kind.PERSON) {
                            return Optional.of(party);
                        }
                    }
                    if (!more) {
                        return Optional.empty();
                    }
                    List<Party> read = known.after(last, AT_ONCE);
                    more = read.size() == AT_ONCE;
                    last = read.isEmpty() ? last : Optional.of(read.getLast().id());
                    page = read.iterator();
                }
            }
        };
    }
}
