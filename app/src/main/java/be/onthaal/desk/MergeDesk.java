// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.desk;

import be.onthaal.access.Callers;
import be.onthaal.access.Permission;
import be.onthaal.cases.CaseLine;
import be.onthaal.database.Part;
import be.onthaal.database.Parts;
import be.onthaal.party.Assigning;
import be.onthaal.party.Doubt;
import be.onthaal.party.LikelyMatches;
import be.onthaal.party.Merge;
import be.onthaal.party.MergeId;
import be.onthaal.party.MergePreview;
import be.onthaal.party.Party;
import be.onthaal.party.PartyId;
import be.onthaal.party.SaidNeverSame;
import be.onthaal.timeline.Timeline;
import be.onthaal.timeline.TimelineLine;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Customers who are one person are found, merged, and parted again. */
@Service
class MergeDesk {

    private static final int PAIRS = 50;
    private static final int OPEN = 100;
    private static final int LINES = 100;

    private final CustomerModules modules;
    private final Timeline timeline;
    private final Consultations consultations;
    private final Parts parts;

    MergeDesk(
            CustomerModules modules, Timeline timeline, Consultations consultations, Parts parts) {
        this.modules = modules;
        this.timeline = timeline;
        this.consultations = consultations;
        this.parts = parts;
    }

    @Transactional
    DuplicatesPage waiting() {
        List<LikelyMatches.Pair> pairs = modules.likely().waiting(PAIRS);
        List<Merge> proposed = modules.merges().proposed(PAIRS);
        List<Doubt> doubts = modules.doubts().waiting(PAIRS);
        List<SaidNeverSame> apart = modules.merges().saidNeverSame(PAIRS);
        List<PartyId> ids =
                Stream.of(
                                pairs.stream()
                                        .flatMap(pair ->
                                                Stream.of(pair.one().id(), pair.other().id())),
                                Stream.concat(proposed.stream(), doubts.stream().map(Doubt::merge))
                                        .flatMap(merge -> Stream.of(merge.kept(), merge.gone())),
                                apart.stream().flatMap(said -> Stream.of(said.one(), said.other())))
                        .flatMap(shown -> shown)
                        .distinct()
                        .toList();
        consultations.list("desk.duplicates-listed", ids);
        return new DuplicatesPage(
                pairs,
                proposed,
                doubts,
                apart,
                modules.parties().names(ids),
                Callers.current().may(Permission.PARTY_EDIT));
    }

    @Transactional
    MergePage preview(PartyId one, PartyId other) {
        MergePreview preview = modules.merges().preview(one, other);
        Part<List<CaseLine>> first = open(preview.one());
        Part<List<CaseLine>> second = open(preview.other());
        Parts.Answers answers = parts.ask(first, second);
        return new MergePage(
                preview, new MergePage.Counts(answers.to(first).size(), answers.to(second).size()));
    }

    private Part<List<CaseLine>> open(Party party) {
        return Callers.current().may(Permission.CASE_VIEW)
                ? modules.cases().partOfCustomer(party.members(), OPEN)
                : Part.known(List.of());
    }

    @Transactional
    Merge merge(PartyId kept, PartyId gone, String reason) {
        return modules.merges().merge(kept, gone, reason);
    }

    @Transactional
    Merge confirm(MergeId id) {
        return modules.merges().confirm(id);
    }

    @Transactional
    void refuse(MergeId id) {
        modules.merges().refuse(id);
    }

    @Transactional
    void undo(MergeId id, String reason) {
        modules.merges().undo(id, reason);
    }

    @Transactional
    void neverSame(PartyId one, PartyId other, String reason) {
        modules.merges().neverSame(one, other, reason);
    }

    @Transactional
    void takeBackNeverSame(PartyId one, PartyId other, String reason) {
        modules.merges().takeBackNeverSame(one, other, reason);
    }

    @Transactional
    void uphold(MergeId id) {
        modules.doubts().uphold(id);
    }

    @Transactional
    void assign(MergeId id, List<Assigning.Ref> chosen, PartyId to) {
        modules.assigning().assign(id, chosen, to);
    }

    /** Both again, with what was done for them while they were one. */
    @Transactional
    MergePage.TakenBack takenBack(MergeId id) {
        Merge merge = modules.merges().get(id);
        Party kept = modules.parties().consult(merge.kept());
        Party gone = modules.parties().consult(merge.gone());
        List<TimelineLine> since =
                merge.decided().stream()
                        .flatMap(decided ->
                                parts.answer(timeline.partOf(kept.id().value(), LINES)).stream()
                                        .filter(line -> line.at().isAfter(decided.at()))
                                        .filter(line ->
                                                merge.undone()
                                                        .map(by -> line.at().isBefore(by.at()))
                                                        .orElse(true)))
                        .toList();
        return new MergePage.TakenBack(
                merge,
                kept,
                gone,
                merge.undone().isPresent() ? modules.assigning().items(id) : List.of(),
                Days.of(since),
                Callers.current().may(Permission.PARTY_EDIT));
    }
}
