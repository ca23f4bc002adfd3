// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.access;

import static be.onthaal.access.internal.db.Tables.MACHINE_TOKEN;

import be.onthaal.common.FreeText;
import be.onthaal.common.NotFound;
import be.onthaal.common.Refused;
import be.onthaal.common.Token;
import be.onthaal.common.Tokens;
import be.onthaal.database.Ids;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Programs that may call the API: a random token, shown once, kept as its fingerprint. */
@Service
public class MachineTokens {

    private static final int LONGEST_NAME = 100;
    private static final Duration LONGEST_LIFE = Duration.ofDays(731);

    private final DSLContext sql;
    private final Authorities authorities;
    private final ApplicationEventPublisher events;
    private final Clock clock;
    private final Tokens tokens = new Tokens();

    MachineTokens(
            DSLContext sql,
            Authorities authorities,
            ApplicationEventPublisher events,
            Clock clock) {
        this.sql = sql;
        this.authorities = authorities;
        this.events = events;
        this.clock = clock;
    }

    /** A program as the administrator sees it. */
    public record Machine(
            UUID id,
            String name,
            Set<Permission> permissions,
            Instant expiresAt,
            boolean revoked) {}

    /** Gives a program a token; nobody can read it again. */
    @Transactional
    public Token issue(String name, Set<Permission> permissions, Duration life) {
        Callers.require(Permission.ADMINISTER);
        String clean =
                FreeText.required(name, LONGEST_NAME, "access.token-name", "access.token-name");
        if (life.isNegative() || life.isZero() || life.compareTo(LONGEST_LIFE) > 0) {
            throw new Refused("access.token-life", LONGEST_LIFE.toDays());
        }
        Token token = tokens.draw();
        UUID id = Ids.next();
        sql.insertInto(MACHINE_TOKEN)
                .set(MACHINE_TOKEN.ID, id)
                .set(MACHINE_TOKEN.AUTHORITY_ID, Callers.current().authority().value())
                .set(MACHINE_TOKEN.NAME, clean)
                .set(MACHINE_TOKEN.TOKEN_HASH, token.digest().bytes())
                .set(
                        MACHINE_TOKEN.PERMISSIONS,
                        permissions.stream().map(Enum::name).toArray(String[]::new))
                .set(MACHINE_TOKEN.EXPIRES_AT, clock.instant().plus(life))
                .execute();
        events.publishEvent(new MachineTokenIssued(id, clean, permissions));
        return token;
    }

    /** Takes a token back, at once. */
    @Transactional
    public void revoke(UUID id) {
        Callers.require(Permission.ADMINISTER);
        int revoked =
                sql.update(MACHINE_TOKEN)
                        .set(MACHINE_TOKEN.REVOKED_AT, clock.instant())
                        .where(MACHINE_TOKEN.AUTHORITY_ID.eq(Callers.current().authority().value()))
                        .and(MACHINE_TOKEN.ID.eq(id))
                        .and(MACHINE_TOKEN.REVOKED_AT.isNull())
                        .execute();
        if (revoked == 0) {
            throw new NotFound("access.token");
        }
        events.publishEvent(new MachineTokenRevoked(id));
    }

    @Transactional(readOnly = true)
    public List<Machine> list() {
        return sql.selectFrom(MACHINE_TOKEN)
                .where(MACHINE_TOKEN.AUTHORITY_ID.eq(Callers.current().authority().value()))
                .orderBy(MACHINE_TOKEN.NAME, MACHINE_TOKEN.ID)
                .fetch(row ->
                        new Machine(
                                row.getId(),
                                row.getName(),
                                permissions(row.getPermissions()),
                                row.getExpiresAt(),
                                row.getRevokedAt() != null));
    }

    /** The caller behind a token that still holds. */
    @Transactional(readOnly = true)
    public Optional<Caller> resume(Token token) {
        return sql.selectFrom(MACHINE_TOKEN)
                .where(MACHINE_TOKEN.TOKEN_HASH.eq(token.digest().bytes()))
                .and(MACHINE_TOKEN.EXPIRES_AT.gt(clock.instant()))
                .and(MACHINE_TOKEN.REVOKED_AT.isNull())
                .fetchOptional(row -> {
                    var authority = authorities.get(new AuthorityId(row.getAuthorityId()));
                    var scope = new Caller.Scope(authority.id(), authority.group());
                    var rights =
                            new Caller.Rights(
                                    permissions(row.getPermissions()),
                                    Set.of(),
                                    Confidentiality.of(row.getClearance()));
                    return Caller.machine(row.getId(), row.getName(), scope, rights);
                });
    }

    private static Set<Permission> permissions(String[] names) {
        return Arrays.stream(names).map(Permission::valueOf).collect(Collectors.toSet());
    }
}
