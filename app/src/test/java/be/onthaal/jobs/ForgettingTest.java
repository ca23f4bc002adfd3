// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import be.onthaal.access.Caller;
import be.onthaal.access.Callers;
import be.onthaal.common.Forgetting;
import be.onthaal.organisation.StandardRole;
import be.onthaal.testing.AsOwner;
import be.onthaal.testing.OnthaalTest;
import be.onthaal.testing.TownFixtures;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What the comments on the tables promise to forget is forgotten, and nothing else. */
@OnthaalTest
class ForgettingTest {

    @Autowired List<Forgetting> modules;
    @Autowired TownFixtures towns;
    @Autowired AsOwner owner;

    private TownFixtures.TestAuthority here;
    private UUID authority;
    private UUID account;

    @BeforeEach
    void found() {
        here = towns.found().municipality();
        authority = here.authority().id().value();
        Caller somebody = towns.person(here, StandardRole.FIRST_LINE);
        account = somebody.actor();
    }

    @Test
    void whatWasDoneOutsideIsForgottenAfterAMonthAndWhatFailedIsNot() {
        effect("DONE", 31);
        effect("DONE", 29);
        effect("FAILED", 31);

        forget();

        assertThat(left("outbox.effect", "state")).containsExactlyInAnyOrder("DONE", "FAILED");
    }

    @Test
    void noticesAndDigestsAreForgottenAfterASeason() {
        for (int days : List.of(91, 89)) {
            owner.execute(
                    "insert into notifications.notification (authority_id, account_id, kind, subject,"
                            + " link, made_at) values ('%s', '%s', 'MENTION', '%d', '/', now() - interval '%d days')"
                                    .formatted(authority, account, days, days));
            owner.execute(
                    "insert into notifications.digest values ('%s', '%s', current_date - %d, now() - interval '%d days')"
                            .formatted(authority, account, days, days));
        }

        forget();

        assertThat(left("notifications.notification", "subject")).containsExactly("89");
        assertThat(left("notifications.digest", "current_date - on_day")).containsExactly("89");
    }

    @Test
    void whatWasTypedIsForgottenAfterAMonth() {
        for (int days : List.of(31, 29)) {
            owner.execute(
                    "insert into desk.draft values ('%s', '%s', '%d', '{}', now() - interval '%d days')"
                            .formatted(authority, account, days, days));
        }

        forget();

        assertThat(left("desk.draft", "key")).containsExactly("29");
    }

    @Test
    void aSessionIsForgottenWhenItEnds() {
        session("01", "now() - interval '1 minute'");
        session("02", "now() + interval '1 hour'");

        forget();

        assertThat(left("access.session", "encode(token_hash, 'hex')")).containsExactly("02");
    }

    private void forget() {
        modules.forEach(module -> Callers.as(here.service(), module::forget));
    }

    private void effect(String state, int days) {
        owner.execute(
                ("insert into outbox.effect (authority_id, kind, key, payload, state, due_at,"
                                + " created_at, done_at) values ('%s', 'proef', gen_random_uuid()::text, '{}',"
                                + " '%s', now(), now() - interval '%d days', now() - interval '%d days')")
                        .formatted(authority, state, days, days));
    }

    private void session(String hash, String expires) {
        owner.execute(
                ("insert into access.session values (decode('%s', 'hex'), '%s', '%s', '{}', now(),"
                                + " now(), now(), %s)")
                        .formatted(hash, account, authority, expires));
    }

    private List<String> left(String table, String column) {
        return owner.column(
                "select %s from %s where authority_id = '%s'".formatted(column, table, authority));
    }
}
