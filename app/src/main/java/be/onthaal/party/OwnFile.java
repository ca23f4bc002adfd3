// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.party;

import be.onthaal.access.Caller;
import be.onthaal.access.Callers;
import be.onthaal.audit.Audit;
import be.onthaal.audit.AuditEvent;
import be.onthaal.common.Brussels;
import be.onthaal.common.Refused;
import be.onthaal.database.Part;
import be.onthaal.party.internal.db.Routines;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Nobody handles his own file, nor that of his household, his parents or his children: looking is
 * reported, changing is refused.
 */
@Service
public class OwnFile {

    private final DSLContext sql;
    private final OwnFileRows rows;
    private final Audit audit;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    OwnFile(
            DSLContext sql,
            OwnFileRows rows,
            Audit audit,
            ApplicationEventPublisher events,
            Clock clock) {
        this.sql = sql;
        this.rows = rows;
        this.audit = audit;
        this.events = events;
        this.clock = clock;
    }

    /** Refuses to let the caller handle a customer who is himself, or near to him. */
    @Transactional
    public void refuse(Collection<PartyId> customers) {
        Optional<UUID> me = worker();
        if (me.isPresent() && !customers.isEmpty() && isOwn(me.get(), customers)) {
            List<UUID> parties = customers.stream().map(PartyId::value).toList();
            audit.refused(
                    AuditEvent.of(
                                    "party.own-file-refused",
                                    AuditEvent.Subject.of("PARTY", parties.getFirst()))
                            .about(parties));
            throw new Refused("party.own-file");
        }
    }

    /** Whether a customer is the caller himself, or near to him: a part of a page. */
    public Part<Boolean> partOf(PartyId customer) {
        return worker().map(me ->
                        Part.one(
                                        sql.select(
                                                Routines.isOwn(
                                                        DSL.val(me),
                                                        DSL.val(new UUID[] {customer.value()}),
                                                        DSL.val(Brussels.today(clock)))),
                                        row -> Boolean.TRUE.equals(row.value1()))
                                .then(answer -> answer.orElse(false)))
                .orElse(Part.known(false));
    }

    /**
     * Logs that the caller looks into his own file; those who watch over the log are told, once a
     * day.
     */
    @Transactional
    public void viewed(PartyId customer) {
        audit.consulted(
                AuditEvent.of(
                                "party.own-file-viewed",
                                AuditEvent.Subject.of("PARTY", customer.value()))
                        .about(customer.value()));
        Caller caller = Callers.current();
        if (caller.employee().filter(me -> rows.report(me, Brussels.today(clock))).isPresent()) {
            events.publishEvent(new OwnFileViewed(caller.name()));
        }
    }

    private boolean isOwn(UUID me, Collection<PartyId> customers) {
        UUID[] asked = customers.stream().map(PartyId::value).toArray(UUID[]::new);
        return Boolean.TRUE.equals(
                Routines.isOwn(sql.configuration(), me, asked, Brussels.today(clock)));
    }

    /** Only people have files of their own; programs and the product itself have none. */
    private static Optional<UUID> worker() {
        Caller caller = Callers.current();
        return caller.kind() == Caller.Kind.EMPLOYEE ? caller.employee() : Optional.empty();
    }
}
