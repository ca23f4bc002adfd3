// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.records.internal;

import be.onthaal.access.Authorities;
import be.onthaal.access.Caller;
import be.onthaal.access.Callers;
import be.onthaal.audit.Audit;
import be.onthaal.audit.AuditEvent;
import be.onthaal.cases.CaseRecords;
import be.onthaal.cases.ClosedCase;
import be.onthaal.common.Brussels;
import be.onthaal.common.Digest;
import be.onthaal.common.Refused;
import be.onthaal.database.Ids;
import be.onthaal.records.DestructionList;
import be.onthaal.records.DestructionList.Sample;
import be.onthaal.records.DestructionList.Signed;
import be.onthaal.records.ListedCase;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** Computes what is due and freezes it as a list. */
@Component
public class Proposal {

    static final String SELF = "archief";
    private static final int LARGEST = 5_000;
    private static final int PAGE = 1_000;
    private static final int SEED = 16;

    private final ListStore lists;
    private final ItemStore items;
    private final Held held;
    private final Gate gate;
    private final CaseRecords cases;
    private final Authorities authorities;
    private final Audit audit;
    private final TransactionOperations transactions;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    Proposal(
            ListStore lists,
            ItemStore items,
            Held held,
            Gate gate,
            CaseRecords cases,
            Authorities authorities,
            Audit audit,
            TransactionOperations transactions,
            Clock clock) {
        this.lists = lists;
        this.items = items;
        this.held = held;
        this.gate = gate;
        this.cases = cases;
        this.authorities = authorities;
        this.audit = audit;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** What is due, of what the caller sees, as a list. */
    public DestructionList make(int percent) {
        Caller service = Caller.service(SELF, authorities.get(Callers.current().authority()));
        Held.Now holds =
                Callers.as(
                        service,
                        () -> Objects.requireNonNull(transactions.execute(status -> held.now())));
        return Objects.requireNonNull(transactions.execute(status -> freeze(percent, holds)));
    }

    /**
     * What is due and on no list.
     *
     * @param free what may be proposed
     * @param held how many are kept by a hold
     */
    record Due(List<ClosedCase> free, int held) {}

    /** Looks through everything that is past its day, until there are so many. */
    Due due(Held.Now holds, int most) {
        LocalDate today = Brussels.today(clock);
        List<ClosedCase> free = new ArrayList<>();
        int kept = 0;
        Optional<ClosedCase> last = Optional.empty();
        while (free.size() < most) {
            List<ClosedCase> page = cases.due(today, last, PAGE);
            if (page.isEmpty()) {
                break;
            }
            last = Optional.of(page.getLast());
            List<UUID> ids = page.stream().map(one -> one.id().value()).toList();
            Set<UUID> settled = items.settled(ids, today);
            for (ClosedCase one : page) {
                if (holds.keeps(one)) {
                    kept++;
                } else if (!settled.contains(one.id().value()) && free.size() < most) {
                    free.add(one);
                }
            }
        }
        return new Due(free, kept);
    }

    private DestructionList freeze(int percent, Held.Now holds) {
        gate.placing();
        List<ClosedCase> due = due(holds, LARGEST).free();
        if (due.isEmpty()) {
            throw new Refused("records.nothing-due");
        }
        UUID id = Ids.next();
        var sample = new Sample(percent, seed());
        List<ListedCase> drawn = drawn(id, due, sample);
        Caller caller = Callers.current();
        var list =
                new DestructionList(
                        id,
                        lists.next(),
                        DestructionList.State.PROPOSED,
                        Brussels.today(clock),
                        sample,
                        drawn.size(),
                        snapshot(drawn),
                        new Signed(clock.instant(), caller.name(), caller.actor()),
                        Optional.empty(),
                        Optional.empty());
        lists.insert(list);
        items.insert(drawn);
        audit.record(
                AuditEvent.of(
                                "records.list-proposed",
                                AuditEvent.Subject.of("DESTRUCTION_LIST", id))
                        .with("number", String.valueOf(list.number()))
                        .with("items", String.valueOf(list.items()))
                        .with("snapshot", list.snapshot()));
        return list;
    }

    private static List<ListedCase> drawn(UUID list, List<ClosedCase> due, Sample sample) {
        List<ListedCase> all =
                due.stream().map(one -> listed(list, one, ListedCase.State.LISTED)).toList();
        Set<String> kept = Draw.kept(all, sample);
        return due.stream()
                .map(one ->
                        listed(
                                list,
                                one,
                                kept.contains(one.number().display())
                                        ? ListedCase.State.SAMPLED
                                        : ListedCase.State.LISTED))
                .sorted(Comparator.comparing(ListedCase::number))
                .toList();
    }

    private static ListedCase listed(UUID list, ClosedCase one, ListedCase.State state) {
        return new ListedCase(
                list,
                one.id(),
                one.number().display(),
                new ListedCase.Kind(
                        one.typeCode(), one.typeName(), one.unit(), one.confidentiality()),
                new ListedCase.Dates(one.life().openedOn(), one.life().closedOn()),
                new ListedCase.Rule(
                        one.life().resultCode(), one.action(), one.keepUntil().orElseThrow()),
                new ListedCase.Decision(state, "", Optional.empty(), "", Optional.empty(), "", ""));
    }

    /** The list as lines of text, in the order of the numbers. */
    private static String snapshot(List<ListedCase> items) {
        return Digest.of(
                        items.stream()
                                .map(one ->
                                        String.join(
                                                "|",
                                                one.number(),
                                                one.kind().typeCode(),
                                                one.dates().openedOn().toString(),
                                                one.dates().closedOn().toString(),
                                                one.rule().resultCode(),
                                                one.rule().action().name(),
                                                one.rule().keepUntil().toString(),
                                                one.decision().state().name()))
                                .collect(Collectors.joining("\n")))
                .hex();
    }

    private String seed() {
        byte[] bytes = new byte[SEED];
        random.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}
