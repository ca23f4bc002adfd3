// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.portal.internal;

import static be.onthaal.portal.internal.db.Tables.MY_RESUME;
import static be.onthaal.portal.internal.db.Tables.MY_SESSION;

import be.onthaal.access.AuthorityId;
import be.onthaal.access.Callers;
import be.onthaal.audit.Audit;
import be.onthaal.audit.AuditEvent;
import be.onthaal.common.NationalNumber;
import be.onthaal.common.Token;
import be.onthaal.common.Tokens;
import be.onthaal.party.Parties;
import be.onthaal.party.PartyId;
import be.onthaal.portal.internal.db.Routines;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The browsers of citizens who signed in: short, since such a telephone is often shared. */
@Service
class MySessions {

    /** However busy he is, he signs in again after this. */
    static final Duration LONGEST = Duration.ofHours(2);

    private static final Duration IDLE = Duration.ofMinutes(20);
    private static final UUID NOBODY = new UUID(0, 0);

    private final DSLContext sql;
    private final Parties parties;
    private final Audit audit;
    private final Clock clock;
    private final Tokens tokens = new Tokens();

    MySessions(DSLContext sql, Parties parties, Audit audit, Clock clock) {
        this.sql = sql;
        this.parties = parties;
        this.audit = audit;
        this.clock = clock;
    }

    /** Whose session it is, and with which authority. */
    record Mine(AuthorityId authority, PartyId party) {}

    /** Lets in whoever has this number; nobody when the authority does not know him. */
    @Transactional
    public Optional<Token> open(NationalNumber number) {
        Optional<PartyId> party = parties.withNumber(number);
        AuditEvent event =
                AuditEvent.of(
                        party.isPresent() ? "portal.my-signed-in" : "portal.my-unknown",
                        AuditEvent.Subject.of("PARTY", party.map(PartyId::value).orElse(NOBODY)));
        audit.record(party.map(known -> event.about(known.value())).orElse(event));
        return party.map(this::open);
    }

    private Token open(PartyId party) {
        Token token = tokens.draw();
        Instant now = clock.instant();
        UUID authority = Callers.current().authority().value();
        sql.deleteFrom(MY_SESSION)
                .where(MY_SESSION.AUTHORITY_ID.eq(authority))
                .and(MY_SESSION.ENDS_AT.lt(now))
                .execute();
        sql.insertInto(MY_SESSION)
                .set(MY_SESSION.TOKEN_HASH, token.digest().bytes())
                .set(MY_SESSION.AUTHORITY_ID, authority)
                .set(MY_SESSION.PARTY_ID, party.value())
                .set(MY_SESSION.OPENED_AT, now)
                .set(MY_SESSION.SEEN_AT, now)
                .set(MY_SESSION.ENDS_AT, now.plus(LONGEST))
                .execute();
        return token;
    }

    /** Whose browser this is, while it lasts. */
    @Transactional
    public Optional<Mine> resume(Token token) {
        Instant now = clock.instant();
        return sql.selectFrom(MY_RESUME.call(token.digest().bytes(), now, now.minus(IDLE)))
                .fetchOptional(row ->
                        new Mine(
                                new AuthorityId(row.getAuthorityId()),
                                new PartyId(row.getPartyId())));
    }

    /** This browser is signed in no more. */
    @Transactional
    public void leave(Token token) {
        Routines.myLeave(sql.configuration(), token.digest().bytes());
    }
}
