// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.webhooks.internal;

import be.onthaal.webhooks.Delivery;
import be.onthaal.webhooks.Subscription;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Optional;

/**
 * When a receiver that failed is asked again, and when no more: pure. A receiver that fails is left
 * alone as a whole, so that thousands of events do not storm it; one event that it cannot digest
 * does not keep the others from it.
 */
public final class Patience {

    /** A receiver that fails for so long is left alone until somebody looks. */
    public static final Duration LONGEST = Duration.ofDays(4);

    /** All is well. */
    static final Subscription.Health WELL =
            new Subscription.Health(Optional.empty(), 0, Optional.empty(), Optional.empty());

    private static final int GONE = 410;
    private static final long FIRST_SECONDS = 5;
    private static final Duration MOST = Duration.ofMinutes(15);
    private static final Duration MOST_ASKED = Duration.ofHours(12);

    private Patience() {}

    /**
     * What came of an attempt.
     *
     * @param problem a code; empty when all is well
     * @param retryAfter when the receiver wants to be asked again, as he wrote it
     */
    public record Outcome(Optional<Integer> status, String problem, Optional<String> retryAfter) {

        static Outcome of(Receivers.Answer answer) {
            String problem = answer.isGood() ? "" : answer.status() == GONE ? "gone" : "status";
            return new Outcome(Optional.of(answer.status()), problem, answer.retryAfter());
        }

        static Outcome of(NoAnswer problem) {
            return new Outcome(Optional.empty(), problem.code(), Optional.empty());
        }

        boolean good() {
            return problem.isEmpty();
        }
    }

    /**
     * How it goes on.
     *
     * @param again when this delivery is tried again; never when it is given up or held
     */
    record Next(
            Delivery.State delivery,
            Subscription.State subscription,
            Subscription.Health health,
            Optional<Instant> again) {}

    /** What follows a failed attempt. */
    static Next after(
            Subscription.Health before, Delivery.Tried tried, Outcome outcome, Instant now) {
        Instant since = before.failingSince().orElse(now);
        int failures = before.failures() + 1;
        boolean gone = outcome.problem().equals("gone");
        if (gone || !now.isBefore(since.plus(LONGEST))) {
            var paused =
                    new Subscription.Health(
                            Optional.of(gone ? "gone" : "failing"),
                            failures,
                            Optional.of(since),
                            Optional.empty());
            return new Next(
                    Delivery.State.HELD, Subscription.State.PAUSED, paused, Optional.empty());
        }
        Instant rest = now.plus(asked(outcome, now).orElse(backOff(failures)));
        var failing =
                new Subscription.Health(
                        Optional.empty(), failures, Optional.of(since), Optional.of(rest));
        boolean dead =
                tried.began().filter(began -> !now.isBefore(began.plus(LONGEST))).isPresent();
        if (dead) {
            return new Next(
                    Delivery.State.DEAD, Subscription.State.ACTIVE, failing, Optional.empty());
        }
        Instant own = now.plus(backOff(tried.attempts() + 1));
        return new Next(
                Delivery.State.WAITING,
                Subscription.State.ACTIVE,
                failing,
                Optional.of(own.isAfter(rest) ? own : rest));
    }

    /** 10 s, 20 s, 40 s … at most a quarter of an hour. */
    static Duration backOff(int attempts) {
        Duration doubled = Duration.ofSeconds(FIRST_SECONDS << Math.min(attempts, 12));
        return doubled.compareTo(MOST) > 0 ? MOST : doubled;
    }

    /** Retry-After in seconds or as a date (RFC 9110, 10.2.3), within reason. */
    private static Optional<Duration> asked(Outcome outcome, Instant now) {
        return outcome.retryAfter()
                .flatMap(text -> text.matches("\\d{1,9}") ? seconds(text) : date(text, now))
                .filter(wait -> !wait.isNegative())
                .map(wait -> wait.compareTo(MOST_ASKED) > 0 ? MOST_ASKED : wait);
    }

    private static Optional<Duration> seconds(String text) {
        return Optional.of(Duration.ofSeconds(Long.parseLong(text)));
    }

    private static Optional<Duration> date(String text, Instant now) {
        try {
            var date = ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME);
            return Optional.of(Duration.between(now, date.toInstant()));
        } catch (DateTimeParseException nonsense) {
            return Optional.empty();
        }
    }
}
