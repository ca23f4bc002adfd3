// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.access;

import static be.onthaal.access.internal.db.Tables.PROVIDER_IDENTITY;

import be.onthaal.access.internal.db.Routines;
import be.onthaal.access.internal.db.tables.records.ProviderIdentityRecord;
import be.onthaal.access.spi.Vouched;
import be.onthaal.common.Conflict;
import be.onthaal.common.FreeText;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Whom the identity provider must vouch for before an account may work for an authority. An
 * authority writes down its own people and opens no door of another authority with it.
 */
@Service
public class ProviderIdentities {

    private static final int LONGEST = 255;

    private final DSLContext sql;
    private final Clock clock;

    ProviderIdentities(DSLContext sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /**
     * What an administrator wrote down.
     *
     * @param linkedAt when the provider vouched for this person for the first time
     */
    public record Known(String recorded, Optional<Instant> linkedAt) {}

    @Transactional(readOnly = true)
    public Optional<Known> of(AccountId account) {
        return sql.selectFrom(PROVIDER_IDENTITY)
                .where(own(account))
                .fetchOptional(row ->
                        new Known(row.getRecorded(), Optional.ofNullable(row.getLinkedAt())));
    }

    /**
     * Writes down the subject or {@code vo_id} by which the caller's authority knows somebody.
     * Whoever was recognised before is out and has to be vouched for anew.
     */
    @Transactional
    public void write(AccountId account, String identity) {
        Callers.require(Permission.ADMINISTER);
        String clean =
                FreeText.required(
                        identity, LONGEST, "access.identity-missing", "access.identity-long");
        boolean taken =
                sql.fetchExists(
                        PROVIDER_IDENTITY,
                        PROVIDER_IDENTITY
                                .AUTHORITY_ID
                                .eq(authority())
                                .and(PROVIDER_IDENTITY.RECORDED.eq(clean))
                                .and(PROVIDER_IDENTITY.ACCOUNT_ID.ne(account.value())));
        if (taken) {
            throw new Conflict("access.identity-taken");
        }
        erase(account);
        sql.insertInto(PROVIDER_IDENTITY)
                .set(PROVIDER_IDENTITY.AUTHORITY_ID, authority())
                .set(PROVIDER_IDENTITY.ACCOUNT_ID, account.value())
                .set(PROVIDER_IDENTITY.RECORDED, clean)
                .set(PROVIDER_IDENTITY.RECORDED_AT, clock.instant())
                .execute();
    }

    /** Forgets by what somebody is known; whoever signed in with it is out. */
    @Transactional
    public void erase(AccountId account) {
        Callers.require(Permission.ADMINISTER);
        sql.deleteFrom(PROVIDER_IDENTITY).where(own(account)).execute();
        Routines.endProviderSessions(sql.configuration(), account.value());
    }

    /**
     * The account of the authority that was linked to this subject, or that is linked to it now
     * since an administrator wrote the person down.
     */
    Optional<AccountId> recognise(Vouched vouched, AuthorityId authority) {
        Condition here = PROVIDER_IDENTITY.AUTHORITY_ID.eq(authority.value());
        Optional<AccountId> linked =
                sql.selectFrom(PROVIDER_IDENTITY)
                        .where(here)
                        .and(PROVIDER_IDENTITY.ISSUER.eq(vouched.issuer()))
                        .and(PROVIDER_IDENTITY.SUBJECT.eq(vouched.subject()))
                        .fetchOptional(row -> new AccountId(row.getAccountId()));
        return linked.or(() -> link(vouched, here));
    }

    /** True when some authority knows this person, or waits for him. */
    boolean knows(Vouched vouched) {
        Condition linked =
                PROVIDER_IDENTITY
                        .ISSUER
                        .eq(vouched.issuer())
                        .and(PROVIDER_IDENTITY.SUBJECT.eq(vouched.subject()));
        Condition waiting =
                PROVIDER_IDENTITY
                        .RECORDED
                        .in(names(vouched))
                        .and(PROVIDER_IDENTITY.SUBJECT.isNull());
        return sql.fetchExists(PROVIDER_IDENTITY, linked.or(waiting));
    }

    /** What another provider once linked counts no longer: its subjects are not this one's. */
    private Optional<AccountId> link(Vouched vouched, Condition here) {
        List<ProviderIdentityRecord> waiting =
                sql.selectFrom(PROVIDER_IDENTITY)
                        .where(here)
                        .and(PROVIDER_IDENTITY.RECORDED.in(names(vouched)))
                        .and(
                                PROVIDER_IDENTITY
                                        .ISSUER
                                        .isNull()
                                        .or(PROVIDER_IDENTITY.ISSUER.ne(vouched.issuer())))
                        .forUpdate()
                        .fetch();
        if (waiting.size() != 1) {
            return Optional.empty();
        }
        UUID account = waiting.getFirst().getAccountId();
        sql.update(PROVIDER_IDENTITY)
                .set(PROVIDER_IDENTITY.ISSUER, vouched.issuer())
                .set(PROVIDER_IDENTITY.SUBJECT, vouched.subject())
                .set(PROVIDER_IDENTITY.LINKED_AT, clock.instant())
                .where(here)
                .and(PROVIDER_IDENTITY.ACCOUNT_ID.eq(account))
                .execute();
        return Optional.of(new AccountId(account));
    }

    /** All that an administrator can have written down for this person. */
    private static List<String> names(Vouched vouched) {
        return Stream.concat(vouched.person().stream(), Stream.of(vouched.subject())).toList();
    }

    private static Condition own(AccountId account) {
        return DSL.and(
                PROVIDER_IDENTITY.AUTHORITY_ID.eq(authority()),
                PROVIDER_IDENTITY.ACCOUNT_ID.eq(account.value()));
    }

    private static UUID authority() {
        return Callers.current().authority().value();
    }
}
