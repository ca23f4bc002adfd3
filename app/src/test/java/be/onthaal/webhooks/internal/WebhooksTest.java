// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.webhooks.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import be.onthaal.access.Caller;
import be.onthaal.access.Callers;
import be.onthaal.access.Confidentiality;
import be.onthaal.access.Permission;
import be.onthaal.cases.CaseFile;
import be.onthaal.cases.CaseId;
import be.onthaal.cases.CaseTypes;
import be.onthaal.cases.Cases;
import be.onthaal.cases.OpenCase;
import be.onthaal.common.Channel;
import be.onthaal.common.Forgetting;
import be.onthaal.notifications.Notifications;
import be.onthaal.organisation.StandardRole;
import be.onthaal.outbox.internal.Dispatcher;
import be.onthaal.testing.AsOwner;
import be.onthaal.testing.MovableClock;
import be.onthaal.testing.OnthaalTest;
import be.onthaal.testing.TownFixtures;
import be.onthaal.testing.TownFixtures.TestAuthority;
import be.onthaal.testing.TownFixtures.Town;
import be.onthaal.webhooks.Delivery;
import be.onthaal.webhooks.EventKind;
import be.onthaal.webhooks.NewSubscription;
import be.onthaal.webhooks.SigningSecret;
import be.onthaal.webhooks.Subscription;
import be.onthaal.webhooks.Webhooks;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionOperations;
import tools.jackson.databind.json.JsonMapper;

/** Programs elsewhere hear of everything, once or more, whatever their receiver does. */
@OnthaalTest
class WebhooksTest {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 20);

    @Autowired TownFixtures towns;
    @Autowired Webhooks webhooks;
    @Autowired Cases cases;
    @Autowired CaseTypes types;
    @Autowired Notifications notifications;
    @Autowired Dispatcher dispatcher;
    @Autowired List<Forgetting> forgetting;
    @Autowired TransactionOperations transactions;
    @Autowired AsOwner owner;
    @Autowired MovableClock clock;

    private final Receiver receiver = new Receiver();
    private Town town;
    private TestAuthority here;
    private Caller keeper;
    private Caller handler;

    @BeforeEach
    void found() {
        clock.set(Instant.parse("2026-11-23T08:00:00Z"));
        town = towns.found();
        here = town.municipality();
        Callers.run(here.administrator(), types::installStandard);
        Callers.run(town.ocmw().administrator(), types::installStandard);
        keeper = towns.person(here, StandardRole.ADMINISTRATOR);
        handler = towns.person(here, StandardRole.COORDINATOR);
    }

    @AfterEach
    void free() {
        receiver.close();
        clock.free();
    }

    @Test
    void aStepIsToldWithNumbersAndCodesAndSigned() {
        Webhooks.Issued issued = subscribe();
        CaseFile file = open(here, handler, "Geheim van Vogelaere", Confidentiality.INTERNAL);

        dispatcher.drain();

        Receiver.Posted told = receiver.posted().getFirst();
        assertThat(receiver.posted()).hasSize(1);
        assertThat(told.headers())
                .containsEntry(":request", "POST /hook?town=1 HTTP/1.1")
                .containsEntry("Content-Type", "application/json");
        assertThat(told.headers().get("webhook-signature")).isEqualTo(signed(issued, told));
        var body = JsonMapper.builder().build().readTree(told.body());
        assertThat(body.path("type").asString()).isEqualTo("case.opened");
        assertThat(Instant.parse(body.path("timestamp").asString())).isBefore(clock.instant());
        assertThat(body.path("data").propertyNames())
                .containsExactlyInAnyOrder("authority", "case", "number", "caseType");
        assertThat(body.at("/data/number").asString()).isEqualTo(file.number().display());
        assertThat(told.body()).doesNotContain("Vogelaere");
    }

    @Test
    void aSignatureIsThatOfTheStandard() {
        var secret = new SigningSecret("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw");
        var id = UUID.fromString("00000000-0000-0000-0000-000000000001");

        String signature = secret.sign(id, Instant.ofEpochSecond(1_614_265_330), "{\"test\": 1}");

        assertThat(signature).matches("v1,[A-Za-z0-9+/]{43}=").isEqualTo(reference(secret, id));
        assertThat(secret.toString()).doesNotContain("MfKQ");
    }

    @Test
    void whatIsTakenBackIsNotTold() {
        subscribe();
        assertThatThrownBy(() ->
                        Callers.run(
                                handler,
                                () ->
                                        transactions.executeWithoutResult(status -> {
                                            cases.open(command(here, "Weg"));
                                            throw new IllegalStateException("weg");
                                        })))
                .hasMessage("weg");

        dispatcher.drain();

        assertThat(receiver.posted()).isEmpty();
    }

    @Test
    void everyStepThatWasAskedIsToldAndNothingElse() {
        Webhooks.Issued issued = subscribe(EventKind.CLOSED, EventKind.TASK_DONE);
        CaseFile file = open(here, handler, "Een vraag", Confidentiality.INTERNAL);

        walk(file.id());
        dispatcher.drain();

        assertThat(kinds()).containsExactlyInAnyOrder("case.task_done", "case.closed");
        assertThat(tally(issued)).containsEntry(Delivery.State.DELIVERED, 2);
    }

    @Test
    void ofConfidentialCasesOnlyWhoIsClearedHears() {
        Caller trusted = cleared(Confidentiality.CONFIDENTIAL);
        Webhooks.Issued usual = subscribe();
        var more = wish(Set.of(EventKind.OPENED), Confidentiality.CONFIDENTIAL);

        assertThatThrownBy(() -> Callers.as(keeper, () -> webhooks.subscribe(more)))
                .hasMessageContaining("webhooks.clearance");
        Webhooks.Issued cleared = Callers.as(trusted, () -> webhooks.subscribe(more));
        open(here, handler, "Stil", Confidentiality.CONFIDENTIAL);
        dispatcher.drain();

        assertThat(tally(usual)).containsEntry(Delivery.State.DELIVERED, 0);
        assertThat(tally(cleared)).containsEntry(Delivery.State.DELIVERED, 1);
    }

    @Test
    void anotherAuthorityIsNotHeard() {
        subscribe();
        TestAuthority ocmw = town.ocmw();
        Caller other = towns.person(ocmw, StandardRole.COORDINATOR);

        open(ocmw, other, "Elders", Confidentiality.INTERNAL);
        dispatcher.drain();

        assertThat(receiver.posted()).isEmpty();
    }

    @Test
    void anHourOfOutageLosesNothing() {
        Webhooks.Issued issued = subscribe();
        List<Receiver.Mood> moods =
                List.of(
                        Receiver.Mood.closes(),
                        Receiver.Mood.says("500 Oops"),
                        Receiver.Mood.says("429 Slow", "Retry-After: 120"),
                        Receiver.Mood.says(
                                "503 Busy", "Retry-After: Mon, 23 Nov 2026 08:40:00 GMT"),
                        Receiver.Mood.says("302 Found", "Location: /elders"),
                        Receiver.Mood.isSilent());
        List<String> numbers = new ArrayList<>();
        for (int minute = 0; minute < 60; minute++) {
            receiver.becomes(moods.get(minute % moods.size()));
            CaseFile file = open(here, handler, "Vraag " + minute, Confidentiality.INTERNAL);
            numbers.add(file.number().display());
            dispatcher.drain();
            clock.advance(Duration.ofMinutes(1));
        }
        int during = receiver.posted().size();
        assertThat(tally(issued)).containsEntry(Delivery.State.DELIVERED, 0);
        receiver.becomes(Receiver.Mood.says("204 No Content"));
        receiver.forget();
        Instant back = clock.instant();
        while (tally(issued).get(Delivery.State.WAITING) > 0) {
            clock.advance(Duration.ofMinutes(1));
            dispatcher.drain();
        }

        assertThat(numbersTold()).containsExactlyInAnyOrderElementsOf(numbers);
        assertThat(during).as("it is left alone").isLessThan(100);
        assertThat(Duration.between(back, clock.instant())).isLessThan(Duration.ofMinutes(17));
        assertThat(ids()).doesNotHaveDuplicates();
    }

    @Test
    void whatArrivedButWasNotSaidSoComesAgainUnderItsId() {
        subscribe();
        receiver.becomes(Receiver.Mood.closes());
        open(here, handler, "Dubbel", Confidentiality.INTERNAL);
        dispatcher.drain();
        receiver.becomes(Receiver.Mood.says("200 OK"));
        clock.advance(Duration.ofMinutes(1));
        dispatcher.drain();

        assertThat(receiver.posted()).hasSize(2);
        assertThat(Set.copyOf(ids())).hasSize(1);
    }

    @Test
    void oneEventThatCannotBeDigestedDoesNotKeepTheOthers() {
        Webhooks.Issued issued = subscribe();
        CaseFile poison = open(here, handler, "Vergif", Confidentiality.INTERNAL);
        receiver.chokesOn(poison.number().display());
        for (int hour = 0; hour < 24 * 5; hour++) {
            Callers.run(keeper, () -> webhooks.test(issued.subscription().id()));
            dispatcher.drain();
            clock.advance(Duration.ofMinutes(15));
            dispatcher.drain();
            clock.advance(Duration.ofMinutes(45));
        }

        assertThat(state(issued)).isEqualTo(Subscription.State.ACTIVE);
        assertThat(tally(issued))
                .containsEntry(Delivery.State.DEAD, 1)
                .containsEntry(Delivery.State.DELIVERED, 24 * 5);
    }

    @Test
    void whoFailsForDaysIsLeftAloneAndItsKeepersHear() {
        Caller other = towns.person(here, StandardRole.ADMINISTRATOR);
        Webhooks.Issued issued = subscribe();
        receiver.becomes(Receiver.Mood.says("500 Oops"));
        open(here, handler, "Lang", Confidentiality.INTERNAL);
        Instant begin = clock.instant();
        while (state(issued) == Subscription.State.ACTIVE) {
            dispatcher.drain();
            clock.advance(Duration.ofMinutes(16));
        }

        assertThat(Duration.between(begin, clock.instant()))
                .isBetween(Duration.ofDays(3), Duration.ofDays(5));
        assertThat(Callers.as(other, () -> notifications.mine(5)))
                .singleElement()
                .satisfies(notice ->
                        assertThat(notice.link())
                                .isEqualTo("/beheer/webhooks/" + issued.subscription().id()));
        open(here, handler, "Intussen", Confidentiality.INTERNAL);
        assertThat(tally(issued)).containsEntry(Delivery.State.HELD, 2);

        receiver.becomes(Receiver.Mood.says("200 OK"));
        receiver.forget();
        int held = Callers.as(keeper, () -> webhooks.resume(issued.subscription().id()));
        dispatcher.drain();
        assertThat(held).isEqualTo(2);
        assertThat(receiver.posted()).hasSize(2);
        assertThat(tally(issued)).containsEntry(Delivery.State.DELIVERED, 2);
    }

    @Test
    void whoSaysHeIsGoneIsLeftAloneAtOnce() {
        Webhooks.Issued issued = subscribe();
        receiver.becomes(Receiver.Mood.says("410 Gone"));
        open(here, handler, "Weg", Confidentiality.INTERNAL);

        dispatcher.drain();

        assertThat(state(issued)).isEqualTo(Subscription.State.PAUSED);
    }

    @Test
    void aSecretIsChangedWithoutAGap() {
        Webhooks.Issued first = subscribe();
        Webhooks.Issued second =
                Callers.as(keeper, () -> webhooks.rotate(first.subscription().id()));
        open(here, handler, "Over", Confidentiality.INTERNAL);
        dispatcher.drain();

        Receiver.Posted both = receiver.posted().getFirst();
        assertThat(both.headers().get("webhook-signature").split(" "))
                .containsExactly(signed(second, both), signed(first, both));
        clock.advance(Webhooks.OVERLAP.plusSeconds(1));
        open(here, handler, "Later", Confidentiality.INTERNAL);
        dispatcher.drain();
        Receiver.Posted after = receiver.posted().getLast();
        assertThat(after.headers().get("webhook-signature")).isEqualTo(signed(second, after));
        assertThat(
                        owner.column(
                                "select sealed from webhooks.secret where subscription_id = '%s'"
                                        .formatted(first.subscription().id())))
                .noneMatch(sealed -> sealed.contains(first.secret().value().substring(6)));
    }

    @Test
    void somethingIsSentAgainByHandOrSinceAMoment() {
        Webhooks.Issued issued = subscribe();
        UUID id = issued.subscription().id();
        open(here, handler, "Een", Confidentiality.INTERNAL);
        clock.advance(Duration.ofHours(1));
        Instant noon = clock.instant();
        open(here, handler, "Twee", Confidentiality.INTERNAL);
        dispatcher.drain();
        Delivery newest =
                Callers.as(keeper, () -> webhooks.deliveries(id, Optional.empty(), 1)).getFirst();

        Callers.run(keeper, () -> webhooks.again(newest.id()));
        dispatcher.drain();
        assertThat(ids()).hasSize(3).contains(newest.event().toString());
        assertThat(Callers.as(keeper, () -> webhooks.againSince(id, noon, true))).isZero();
        assertThat(Callers.as(keeper, () -> webhooks.againSince(id, noon, false))).isEqualTo(1);
        assertThat(Callers.as(keeper, () -> webhooks.againSince(id, Instant.EPOCH, false)))
                .as("what waits already is not doubled")
                .isEqualTo(1);
        dispatcher.drain();
        assertThat(ids()).hasSize(5);
        assertThat(Set.copyOf(ids())).hasSize(2);
    }

    @Test
    void anAddressThatWeMayNotCallIsNotTaken() {
        for (String address :
                List.of(
                        "ftp://a.example/",
                        "https://",
                        "https://u:p@a.example/",
                        "x",
                        "https://a#b")) {
            var asked =
                    new NewSubscription(
                            "Fout", address, Set.of(EventKind.OPENED), Confidentiality.INTERNAL);
            assertThatThrownBy(() -> Callers.as(keeper, () -> webhooks.subscribe(asked)))
                    .as(address)
                    .hasMessageContaining("webhooks.address");
        }
    }

    @Test
    void deliveriesAreForgottenInTime() {
        Webhooks.Issued issued = subscribe();
        open(here, handler, "Oud", Confidentiality.INTERNAL);
        dispatcher.drain();
        clock.advance(Duration.ofDays(31));

        Callers.run(here.service(), () -> forgetting.forEach(Forgetting::forget));

        assertThat(tally(issued)).containsEntry(Delivery.State.DELIVERED, 0);
    }

    private void walk(CaseId id) {
        Callers.run(
                handler,
                () -> {
                    cases.take(id);
                    cases.get(id).tasks().forEach(task -> cases.finishTask(id, task.id()));
                    cases.addNote(id, "Klaar");
                    int revision = cases.get(id).file().progress().revision();
                    cases.close(id, revision, "answered");
                });
    }

    private Webhooks.Issued subscribe(EventKind... kinds) {
        Set<EventKind> wanted = kinds.length == 0 ? Set.of(EventKind.OPENED) : Set.of(kinds);
        return Callers.as(keeper, () -> webhooks.subscribe(wish(wanted, Confidentiality.INTERNAL)));
    }

    private NewSubscription wish(Set<EventKind> kinds, Confidentiality clearance) {
        return new NewSubscription("Proef", receiver.address(), kinds, clearance);
    }

    private CaseFile open(TestAuthority where, Caller who, String subject, Confidentiality level) {
        CaseFile file = Callers.as(who, () -> cases.open(command(where, subject, level)));
        return file;
    }

    private static OpenCase command(TestAuthority where, String subject) {
        return command(where, subject, Confidentiality.INTERNAL);
    }

    private static OpenCase command(TestAuthority where, String subject, Confidentiality level) {
        return new OpenCase(
                CaseTypes.INFORMATION_QUESTION,
                subject,
                "",
                Optional.empty(),
                where.unit(),
                new OpenCase.Intake(Channel.DESK, DAY, Optional.empty()),
                Optional.of(level));
    }

    private Caller cleared(Confidentiality level) {
        Caller.Rights rights =
                new Caller.Rights(Set.of(Permission.WEBHOOKS_MANAGE), Set.of(), level);
        return new Caller(
                keeper.kind(),
                keeper.actor(),
                keeper.name(),
                keeper.scope(),
                keeper.employee(),
                rights,
                keeper.purpose());
    }

    private Map<Delivery.State, Integer> tally(Webhooks.Issued issued) {
        return asKeeper(() -> webhooks.get(issued.subscription().id())).tally();
    }

    private Subscription.State state(Webhooks.Issued issued) {
        return asKeeper(() -> webhooks.get(issued.subscription().id())).subscription().state();
    }

    private <T> T asKeeper(Supplier<T> work) {
        return Callers.as(keeper, work);
    }

    private List<String> ids() {
        return receiver.posted().stream()
                .map(posted -> posted.headers().getOrDefault("webhook-id", ""))
                .toList();
    }

    private List<String> kinds() {
        return told("/type");
    }

    private List<String> numbersTold() {
        return told("/data/number");
    }

    private List<String> told(String what) {
        return receiver.posted().stream()
                .map(posted ->
                        JsonMapper.builder().build().readTree(posted.body()).at(what).asString())
                .collect(Collectors.toList());
    }

    private static String signed(Webhooks.Issued issued, Receiver.Posted posted) {
        return issued.secret()
                .sign(
                        UUID.fromString(posted.headers().getOrDefault("webhook-id", "")),
                        Instant.ofEpochSecond(
                                Long.parseLong(
                                        posted.headers().getOrDefault("webhook-timestamp", "0"))),
                        posted.body());
    }

    /** The same by other means: the words of the standard, step by step. */
    private static String reference(SigningSecret secret, UUID id) {
        try {
            var mac = javax.crypto.Mac.getInstance("HmacSHA256");
            byte[] key = java.util.Base64.getDecoder().decode(secret.value().split("_", 2)[1]);
            mac.init(new javax.crypto.spec.SecretKeySpec(key, "HmacSHA256"));
            mac.update((id + "." + 1_614_265_330 + ".").getBytes());
            byte[] made = mac.doFinal("{\"test\": 1}".getBytes());
            return "v1," + java.util.Base64.getEncoder().encodeToString(made);
        } catch (java.security.GeneralSecurityException missing) {
            throw new AssertionError(missing);
        }
    }
}
