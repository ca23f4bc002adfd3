// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.party;

import be.onthaal.access.Callers;
import be.onthaal.access.Permission;
import be.onthaal.audit.Audit;
import be.onthaal.audit.AuditEvent;
import be.onthaal.common.Conflict;
import be.onthaal.common.NotFound;
import be.onthaal.party.spi.CustomerItem;
import be.onthaal.party.spi.CustomerItems;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * After a merge was taken back: what came while they were one stays where it was kept, and a
 * colleague says of each thing whose it is. Until then it counts for that profile.
 */
@Service
public class Assigning {

    /** What was on its way when the merge was taken back may have come just after it. */
    private static final Duration ON_ITS_WAY = Duration.ofMinutes(5);

    private static final int MOST = 500;

    private final MergeRows rows;
    private final Parties parties;
    private final List<CustomerItems> modules;
    private final Audit audit;

    Assigning(MergeRows rows, Parties parties, List<CustomerItems> modules, Audit audit) {
        this.rows = rows;
        this.parties = parties;
        this.modules = List.copyOf(modules);
        this.audit = audit;
    }

    /** Which thing is meant. */
    public record Ref(String kind, UUID id) {}

    /**
     * What came while two were one, the oldest first, as far as the caller may see and handle it.
     * Showing it must be logged by whoever shows it.
     */
    @Transactional(readOnly = true)
    public List<CustomerItem> items(MergeId id) {
        Callers.require(Permission.PARTY_VIEW);
        return items(rows.found(id));
    }

    /** The same, with the consultation of both logged in the same commit. */
    @Transactional
    public List<CustomerItem> consult(MergeId id) {
        Callers.require(Permission.PARTY_VIEW);
        Merge merge = rows.found(id);
        parties.consult(merge.kept());
        parties.consult(merge.gone());
        return items(merge);
    }

    /**
     * Keeps things with one of both from now on; what is his already stays.
     *
     * @param to the one or the other
     */
    @Transactional
    public void assign(MergeId id, Collection<Ref> chosen, PartyId to) {
        Callers.require(Permission.PARTY_EDIT);
        Merge merge = rows.found(id);
        parties.handled(merge.kept());
        parties.handled(merge.gone());
        if (!isUndone(merge)) {
            throw new Conflict("party.merge-live");
        }
        if (!to.equals(merge.kept()) && !to.equals(merge.gone())) {
            throw new NotFound("party.party");
        }
        Set<PartyId> his = Set.copyOf(parties.members(to));
        List<CustomerItem> all = items(merge);
        for (Ref ref : chosen) {
            CustomerItem item =
                    all.stream()
                            .filter(one ->
                                    one.kind().equals(ref.kind()) && one.id().equals(ref.id()))
                            .findFirst()
                            .orElseThrow(() -> new NotFound("party.item"));
            if (!his.contains(item.at())) {
                move(item, to);
            }
        }
        parties.findableWhole(parties.get(merge.kept()));
        parties.findableWhole(parties.get(merge.gone()));
    }

    private void move(CustomerItem item, PartyId to) {
        module(item.kind()).move(item.id(), item.at(), to);
        audit.record(
                AuditEvent.of("party.item-assigned", AuditEvent.Subject.of("PARTY", to.value()))
                        .about(List.of(item.at().value(), to.value()))
                        .with("kind", item.kind())
                        .with("item", item.id().toString()));
    }

    private CustomerItems module(String kind) {
        return modules.stream()
                .filter(module -> module.kind().equals(kind))
                .findFirst()
                .orElseThrow(() -> new NotFound("party.item"));
    }

    private List<CustomerItem> items(Merge merge) {
        if (!isUndone(merge)) {
            return List.of();
        }
        Set<PartyId> profiles = profiles(merge);
        Instant from = merge.decided().orElseThrow().at();
        Instant until = merge.undone().orElseThrow().at().plus(ON_ITS_WAY);
        return modules.stream()
                .filter(module -> Callers.current().may(module.permission()))
                .flatMap(module -> module.made(profiles, from, until, MOST).stream())
                .sorted(Comparator.comparing(CustomerItem::made).thenComparing(CustomerItem::id))
                .limit(MOST)
                .toList();
    }

    /** All that was one customer then, wherever a thing was kept meanwhile. */
    private Set<PartyId> profiles(Merge merge) {
        return Stream.of(merge.kept(), merge.gone())
                .flatMap(id -> parties.members(id).stream())
                .collect(Collectors.toUnmodifiableSet());
    }

    private static boolean isUndone(Merge merge) {
        return merge.state() == Merge.State.UNDONE && merge.decided().isPresent();
    }
}
