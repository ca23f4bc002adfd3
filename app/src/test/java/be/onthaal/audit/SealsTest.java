// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import be.onthaal.access.Callers;
import be.onthaal.testing.AsOwner;
import be.onthaal.testing.OnthaalTest;
import be.onthaal.testing.TownFixtures;
import be.onthaal.testing.TownFixtures.TestAuthority;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

@OnthaalTest
class SealsTest {

    @Autowired TownFixtures towns;
    @Autowired Audit audit;
    @Autowired Seals seals;
    @Autowired TransactionTemplate transaction;
    @Autowired DSLContext sql;
    @Autowired AsOwner owner;

    TestAuthority here;

    @BeforeEach
    void aTown() {
        here = towns.found().municipality();
    }

    @Test
    void whatWasRecordedIsSealedAndHolds() {
        record("test.one");
        record("test.two");

        int sealed = Callers.as(here.service(), seals::seal);
        record("test.three");
        Callers.run(here.service(), seals::seal);

        Seals.Check check = Callers.as(here.service(), seals::verify);
        assertThat(sealed).isGreaterThanOrEqualTo(2);
        assertThat(check.broken()).isEmpty();
        assertThat(check.seals()).isEqualTo(2);
    }

    @Test
    void aChangedEventBreaksItsSeal() {
        record("test.changed");
        Callers.run(here.service(), seals::seal);

        owner.execute("update audit.event set actor_name = 'Iemand' where action = 'test.changed'");

        assertThat(broken()).isEqualTo("changed-event");
    }

    @Test
    void aRemovedEventBreaksItsSeal() {
        record("test.removed");
        Callers.run(here.service(), seals::seal);

        owner.execute("delete from audit.event where action = 'test.removed'");

        assertThat(broken()).isEqualTo("removed-event");
    }

    @Test
    void anEventPutInAfterwardsBreaksItsSeal() {
        record("test.original");
        Callers.run(here.service(), seals::seal);

        owner.execute(
                "insert into audit.event (xid, authority_id, at, kind, action, actor, actor_name,"
                        + " actor_kind, subject_kind, purpose, channel) select xid, authority_id, at,"
                        + " kind, 'test.forged', actor, actor_name, actor_kind, subject_kind, purpose,"
                        + " channel from audit.event where action = 'test.original'");

        assertThat(broken()).isEqualTo("added-event");
    }

    @Test
    void aTransactionThatStillRunsIsSealedLater() throws InterruptedException {
        var recorded = new CountDownLatch(1);
        var finish = new CountDownLatch(1);
        Thread slow =
                Thread.ofVirtual()
                        .start(() ->
                                Callers.run(here.administrator(), () -> slowly(recorded, finish)));
        recorded.await();
        record("test.quick");

        Callers.run(here.service(), seals::seal);
        finish.countDown();
        slow.join();
        Callers.run(here.service(), seals::seal);

        Seals.Check check = Callers.as(here.service(), seals::verify);
        assertThat(check.broken()).isEmpty();
        assertThat(check.events()).isGreaterThanOrEqualTo(2);
    }

    @Test
    void theApplicationCannotChangeItsOwnLog() {
        record("test.forever");

        assertThatThrownBy(() ->
                        Callers.run(
                                here.service(),
                                () ->
                                        transaction.executeWithoutResult(
                                                status -> sql.execute("delete from audit.event"))))
                .hasStackTraceContaining("permission denied");
    }

    private void slowly(CountDownLatch recorded, CountDownLatch finish) {
        transaction.executeWithoutResult(status -> {
            audit.record(event("test.slow"));
            recorded.countDown();
            try {
                finish.await();
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
            }
        });
    }

    private void record(String action) {
        Callers.run(
                here.administrator(),
                () -> transaction.executeWithoutResult(status -> audit.record(event(action))));
    }

    private static AuditEvent event(String action) {
        return AuditEvent.of(action, AuditEvent.Subject.of("TEST", UUID.randomUUID()));
    }

    private String broken() {
        return Callers.as(here.service(), seals::verify).broken().orElseThrow().reason();
    }
}
