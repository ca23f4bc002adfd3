// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.cases;

import static be.onthaal.cases.internal.db.Tables.CASE_FILE;
import static be.onthaal.cases.internal.db.Tables.HITS;
import static be.onthaal.cases.internal.db.Tables.SNIPPETS;
import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;

import be.onthaal.access.Callers;
import be.onthaal.access.Permission;
import be.onthaal.cases.CaseFindings.Counted;
import be.onthaal.cases.CaseFindings.Finding;
import be.onthaal.cases.CaseFindings.Piece;
import be.onthaal.cases.CaseQuestion.Facet;
import be.onthaal.cases.internal.db.tables.records.HitsRecord;
import be.onthaal.common.Count;
import be.onthaal.common.Page;
import be.onthaal.common.PageRequest;
import be.onthaal.common.PublicNumber;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.jooq.Record2;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Finds cases by what was said in them. Whatever the caller may not see is not counted either. */
@Service
public class CaseSearch {

    private static final int MOST = (int) Count.SEARCH_LIMIT;
    private static final char BEGIN = '\ue000';
    private static final char END = '\ue001';

    private final DSLContext sql;

    CaseSearch(DSLContext sql) {
        this.sql = sql;
    }

    /**
     * A page of what is found: by its text before by what was written since, the newest first. Who
     * shows it logs it.
     */
    @Transactional(readOnly = true)
    public CaseFindings search(CaseQuestion question, PageRequest page) {
        Callers.require(Permission.CASE_VIEW);
        List<HitsRecord> hits = hits(question, false);
        boolean meant = hits.isEmpty() && isPlain(question.words());
        if (meant) {
            hits = hits(question, true);
        }
        Count total = Count.upTo(MOST, hits.size());
        List<HitsRecord> counted = hits.stream().limit(MOST).toList();
        List<HitsRecord> shown =
                counted.stream()
                        .sorted(Comparator.comparing(CaseSearch::behind))
                        .skip(page.offset())
                        .limit(page.size())
                        .toList();
        return new CaseFindings(
                Page.of(page, findings(question.words(), meant, shown), total),
                facets(counted),
                meant && !hits.isEmpty());
    }

    private List<HitsRecord> hits(CaseQuestion question, boolean meant) {
        List<HitsRecord> hits =
                sql.selectFrom(
                                HITS.call(
                                        question.words(),
                                        meant,
                                        marks(question.with()),
                                        marks(question.without()),
                                        states(question).orElse(null),
                                        MOST))
                        .fetch();
        return List.copyOf(hits);
    }

    private static String[] marks(Set<Facet> facets) {
        return facets.stream()
                .filter(facet -> facet.kind() != Facet.Kind.STATUS)
                .map(Facet::mark)
                .toArray(String[]::new);
    }

    /** The states that are left, where any was chosen; they change too often to be marks. */
    private static Optional<String[]> states(CaseQuestion question) {
        Set<String> with = states(question.with());
        Set<String> without = states(question.without());
        if (with.isEmpty() && without.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(
                Stream.of(CaseStatus.values())
                        .map(Enum::name)
                        .filter(state -> with.isEmpty() || with.contains(state))
                        .filter(state -> !without.contains(state))
                        .toArray(String[]::new));
    }

    private static Set<String> states(Set<Facet> facets) {
        return facets.stream()
                .filter(facet -> facet.kind() == Facet.Kind.STATUS)
                .map(Facet::value)
                .collect(Collectors.toSet());
    }

    private static boolean isPlain(String words) {
        return words.chars().noneMatch(one -> one == '"' || one == '-')
                && PublicNumber.parse(words).isEmpty();
    }

    private static boolean behind(HitsRecord hit) {
        return !CasePassages.Kind.CASE.name().equals(hit.getKind());
    }

    private List<Finding> findings(String words, boolean meant, List<HitsRecord> shown) {
        List<UUID> ids = shown.stream().map(HitsRecord::getCaseId).toList();
        Map<UUID, CaseLine> lines =
                sql
                        .select(CaseRows.LINE)
                        .from(CASE_FILE)
                        .where(CaseConditions.own())
                        .and(CASE_FILE.ID.in(ids))
                        .fetch(CaseRows::line)
                        .stream()
                        .collect(Collectors.toMap(line -> line.id().value(), line -> line));
        UUID[] passages = shown.stream().map(HitsRecord::getPassageId).toArray(UUID[]::new);
        var texts = SNIPPETS.call(words, meant, passages);
        Map<UUID, String> snippets =
                sql.select(texts.PASSAGE_ID, texts.SNIPPET).from(texts).fetch().stream()
                        .collect(Collectors.toMap(Record2::value1, Record2::value2));
        return shown.stream()
                .filter(hit -> lines.containsKey(hit.getCaseId()))
                .map(hit ->
                        new Finding(
                                Objects.requireNonNull(lines.get(hit.getCaseId())),
                                CasePassages.Kind.valueOf(hit.getKind()),
                                pieces(snippets.getOrDefault(hit.getPassageId(), ""))))
                .toList();
    }

    /** The text in pieces, those that were asked marked. */
    static List<Piece> pieces(String snippet) {
        List<Piece> pieces = new ArrayList<>();
        int at = 0;
        while (at < snippet.length()) {
            boolean marked = snippet.charAt(at) == BEGIN;
            int from = marked ? at + 1 : at;
            int end = snippet.indexOf(marked ? END : BEGIN, from);
            int until = end < 0 ? snippet.length() : end;
            if (until > from) {
                pieces.add(new Piece(snippet.substring(from, until), marked));
            }
            at = marked && end >= 0 ? until + 1 : until;
        }
        return pieces;
    }

    private static Map<Facet.Kind, List<Counted>> facets(List<HitsRecord> hits) {
        Map<Facet.Kind, List<Counted>> facets = new EnumMap<>(Facet.Kind.class);
        for (Facet.Kind kind : Facet.Kind.values()) {
            facets.put(
                    kind,
                    counted(
                            kind,
                            hits.stream()
                                    .collect(groupingBy(hit -> value(kind, hit), counting()))
                                    .entrySet()));
        }
        return facets;
    }

    private static List<Counted> counted(
            Facet.Kind kind, Collection<Map.Entry<String, Long>> values) {
        return values.stream()
                .map(one -> new Counted(new Facet(kind, one.getKey()), one.getValue()))
                .sorted(
                        Comparator.comparing(Counted::count)
                                .reversed()
                                .thenComparing(one -> one.facet().value()))
                .toList();
    }

    private static String value(Facet.Kind kind, HitsRecord hit) {
        return switch (kind) {
            case TYPE -> hit.getTypeCode();
            case UNIT -> hit.getUnitId().toString();
            case STATUS -> hit.getStatus();
            case YEAR -> hit.getYear().toString();
            case CHANNEL -> hit.getChannel();
        };
    }
}
