// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.desk;

import be.onthaal.access.UnitId;
import be.onthaal.cases.CaseLine;
import be.onthaal.cases.CaseType;
import be.onthaal.mail.MailView;
import be.onthaal.organisation.Unit;
import be.onthaal.party.PartySummary;
import be.onthaal.post.EntryId;
import be.onthaal.post.RegisterEntry;
import be.onthaal.timeline.TimelineLine;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A piece that came in or went out, to read and to act on. */
public record EntryPage(
        RegisterEntry entry,
        Optional<MailView> mail,
        Sender sender,
        History history,
        Choices choices) {

    /**
     * Who sent it.
     *
     * @param known the customer it was registered for
     * @param candidates customers with this address, of whom a person must choose
     * @param name how he calls himself, to make a customer of
     */
    public record Sender(
            Optional<PartySummary> known,
            List<PartySummary> candidates,
            String name,
            String address) {

        public Sender {
            candidates = List.copyOf(candidates);
        }
    }

    /**
     * What went before with the customer it was registered for.
     *
     * @param cases his open cases
     * @param lately what happened last, this piece left out
     */
    public record History(List<CaseLine> cases, List<TimelineLine> lately) {

        private static final int MOST = 4;

        static final History NONE = new History(List.of(), List.of());

        static History of(List<CaseLine> open, List<TimelineLine> newestFirst, EntryId here) {
            return new History(
                    open,
                    newestFirst.stream()
                            .filter(line ->
                                    line.ref()
                                            .filter(ref -> ref.id().equals(here.value()))
                                            .isEmpty())
                            .limit(MOST)
                            .toList());
        }
    }

    /** What one chooses from, and whether he may act. */
    public record Choices(
            List<CaseType> types,
            List<Unit> units,
            Map<UnitId, String> names,
            boolean handles,
            boolean opensCases) {}

    public String unitName() {
        return choices.names().getOrDefault(entry.filing().unit(), "");
    }

    public boolean open() {
        return entry.handling().state() == RegisterEntry.EntryState.OPEN;
    }

    /** Whether a person must say first if it belongs to the case it names. */
    public boolean quarantined() {
        return mail.filter(m -> m.handling().state() == MailView.State.QUARANTINED).isPresent();
    }

    public String subject() {
        return entry.piece().subject();
    }
}
