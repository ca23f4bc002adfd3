// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.desk;

import static org.assertj.core.api.Assertions.assertThat;

import be.onthaal.access.Caller;
import be.onthaal.access.Callers;
import be.onthaal.access.Confidentiality;
import be.onthaal.dispatch.spi.OutgoingMail;
import be.onthaal.mail.Mailboxes;
import be.onthaal.mail.NewMailbox;
import be.onthaal.notifications.Notice;
import be.onthaal.notifications.NoticeKind;
import be.onthaal.notifications.Notifications;
import be.onthaal.notifications.Way;
import be.onthaal.organisation.EmployeeId;
import be.onthaal.organisation.Employees;
import be.onthaal.organisation.StandardRole;
import be.onthaal.outbox.internal.Dispatcher;
import be.onthaal.testing.MovableClock;
import be.onthaal.testing.OnthaalTest;
import be.onthaal.testing.SentMail;
import be.onthaal.testing.Together;
import be.onthaal.testing.TownFixtures;
import be.onthaal.testing.TownFixtures.TestAuthority;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

@OnthaalTest
class NotificationsTest {

    private static final NoticeKind KIND = NoticeKind.CASE_ASSIGNED;

    /** A Monday at seven in Brussels. */
    private static final Instant MONDAY = Instant.parse("2026-11-23T06:00:00Z");

    @Autowired TownFixtures towns;
    @Autowired Notifications notifications;
    @Autowired Employees employees;
    @Autowired Mailboxes mailboxes;
    @Autowired DigestJob digests;
    @Autowired Dispatcher outbox;
    @Autowired SentMail sent;
    @Autowired MovableClock clock;
    @Autowired TransactionTemplate transaction;

    private TestAuthority here;
    private Caller coordinator;
    private Caller handler;

    @BeforeEach
    void found() {
        clock.set(MONDAY);
        here = towns.found().municipality();
        coordinator = towns.person(here, StandardRole.COORDINATOR);
        handler = towns.person(here, StandardRole.CASE_HANDLER);
        openMailbox(here);
    }

    @AfterEach
    void free() {
        clock.free();
    }

    @Test
    void whoChoosesNothingIsToldOnThePageOnly() {
        tell(coordinator);

        assertThat(notices()).extracting(Notice::subject).containsExactly("Zaak Z-2026-000001");
        assertThat(mails()).isEmpty();
        digests.run();
        assertThat(mails()).isEmpty();
    }

    @Test
    void whoWantsMailGetsItAtOnceWithANumberAndALinkAndNoMore() {
        choose(Way.MAIL);

        tell(coordinator);

        OutgoingMail mail = mails().getFirst();
        assertThat(mails()).hasSize(1);
        assertThat(mail.automatic()).isTrue();
        assertThat(mail.text().lines()).hasSize(2).first().isEqualTo("Zaak Z-2026-000001");
        assertThat(mail.text()).contains("/zaken/");
        assertThat(notices()).hasSize(1);
    }

    @Test
    void whoWantsADigestGetsOneMailADayWithAllOfIt() {
        choose(Way.DIGEST);
        tell(coordinator);
        tell(coordinator);
        assertThat(mails()).isEmpty();

        digests.run();
        digests.run();

        assertThat(mails()).hasSize(1);
        assertThat(mails().getFirst().subject()).isEqualTo("Onthaal: 2 berichten");
        tell(coordinator);
        digests.run();
        assertThat(mails()).hasSize(1);
        clock.advance(Duration.ofDays(1));
        digests.run();
        assertThat(mails()).hasSize(2);
        assertThat(mails().getLast().subject()).isEqualTo("Onthaal: één bericht");
    }

    @Test
    void whoWantsNothingIsNotTold() {
        choose(Way.NONE);

        tell(coordinator);

        assertThat(notices()).isEmpty();
        assertThat(mails()).isEmpty();
    }

    @Test
    void nobodyIsToldOfWhatHeDidHimself() {
        tell(handler);

        assertThat(notices()).isEmpty();
    }

    @Test
    void twoProcessesAtSevenSendOneDigest() throws InterruptedException {
        choose(Way.DIGEST);
        tell(coordinator);
        Callable<Integer> work = () -> Callers.as(here.service(), notifications::sendDigests);

        List<Object> sentBy = Together.run(List.of(work, work, work, work));

        assertThat(sentBy).containsExactlyInAnyOrder(1, 0, 0, 0);
        assertThat(mails()).hasSize(1);
    }

    @Test
    void whatWasReadOnThePageIsNotMailedToo() {
        choose(Way.DIGEST);
        tell(coordinator);

        Callers.run(handler, notifications::readAll);
        digests.run();

        assertThat(mails()).isEmpty();
    }

    @Test
    void onSundaysAndHolidaysItWaits() {
        choose(Way.DIGEST);
        tell(coordinator);

        for (String day : List.of("2026-11-29T06:00:00Z", "2026-12-25T06:00:00Z")) {
            clock.set(Instant.parse(day));
            digests.run();
            assertThat(mails()).as(day).isEmpty();
        }
        clock.set(Instant.parse("2026-12-28T06:00:00Z"));
        digests.run();
        assertThat(mails()).hasSize(1);
    }

    @Test
    void withoutAMailboxTheNoticeIsStillOnThePage() {
        here = towns.found().municipality();
        coordinator = towns.person(here, StandardRole.COORDINATOR);
        handler = towns.person(here, StandardRole.CASE_HANDLER);
        choose(Way.MAIL);

        tell(coordinator);

        assertThat(notices()).hasSize(1);
        assertThat(mails()).isEmpty();
    }

    @Test
    void whatOneAuthorityTellsIsNotForAnother() {
        choose(Way.DIGEST);
        tell(coordinator);
        TestAuthority elsewhere = towns.found().municipality();

        int there = Callers.as(elsewhere.service(), notifications::sendDigests);

        assertThat(there).isZero();
        assertThat(mails()).isEmpty();
    }

    private void openMailbox(TestAuthority where) {
        String address = "onthaal" + UUID.randomUUID().toString().substring(0, 8) + "@town.example";
        var server = new NewMailbox.Server("imaps://127.0.0.1:993", address, "geheim", "INBOX");
        var box =
                new NewMailbox(where.unit(), address, "Onthaal", server, Confidentiality.INTERNAL);
        Callers.run(where.administrator(), () -> mailboxes.add(box));
    }

    private void tell(Caller by) {
        Callers.run(
                by,
                () ->
                        transaction.executeWithoutResult(status ->
                                notifications.tell(
                                        handler.account(),
                                        KIND,
                                        "Zaak Z-2026-000001",
                                        "/zaken/" + UUID.randomUUID())));
    }

    private void choose(Way way) {
        Callers.run(handler, () -> notifications.choose(KIND, way));
    }

    private List<Notice> notices() {
        return Callers.as(handler, () -> notifications.mine(10));
    }

    private List<OutgoingMail> mails() {
        outbox.drain();
        String address =
                Callers.as(
                        here.service(),
                        () ->
                                employees
                                        .get(new EmployeeId(handler.employee().orElseThrow()))
                                        .email()
                                        .value());
        return sent.to(address);
    }
}
