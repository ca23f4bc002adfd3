// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.magda;

import be.onthaal.party.register.Answer;
import be.onthaal.party.register.Notice;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Asks, and asks again where that can help and does no harm: after a line that failed, a gateway in
 * trouble, or too many questions at once.
 */
final class Attempts {

    private static final Set<Integer> PASSING = Set.of(502, 503, 504);

    private final Line line;
    private final MagdaSettings settings;
    private final Clock clock;

    Attempts(Line line, MagdaSettings settings, Clock clock) {
        this.line = line;
        this.settings = settings;
        this.clock = clock;
    }

    /** How one attempt ended, and whether another one may do better. */
    private record Tried<T>(Settled<T> settled, boolean again) {}

    <T> Settled<T> ask(Question<T> question, String reference, byte[] message) {
        long end = System.nanoTime() + settings.patience().whole().toNanos();
        Duration pause = settings.patience().backOff();
        for (int attempt = 1; ; attempt++) {
            Tried<T> tried = once(question, reference, message, new Turn(attempt, left(end)));
            Duration wait = spread(pause);
            boolean last =
                    !tried.again()
                            || attempt >= settings.patience().attempts()
                            || left(end).compareTo(wait.multipliedBy(2)) < 0;
            if (last || !slept(wait)) {
                return tried.settled();
            }
            pause = pause.multipliedBy(2);
        }
    }

    private record Turn(int number, Duration left) {}

    private <T> Tried<T> once(Question<T> question, String reference, byte[] message, Turn turn) {
        boolean repeatable = question.service().isRepeatable();
        Duration read = settings.patience().read();
        Duration within = read.compareTo(turn.left()) < 0 ? read : turn.left();
        try {
            Line.Reply reply = line.post(settings.address(question.service()), message, within);
            return read(reply, question, reference, turn);
        } catch (NoAnswer nothing) {
            return new Tried<>(
                    away(nothing.notice(), turn), repeatable || !nothing.mayHaveArrived());
        }
    }

    private <T> Tried<T> read(Line.Reply reply, Question<T> question, String reference, Turn turn) {
        boolean repeatable = question.service().isRepeatable();
        try {
            var read = ReplyReader.read(reply, question, reference);
            boolean away = read.answer() instanceof Answer.Unavailable<T>;
            boolean broken = away && read.reference().isEmpty();
            boolean crowded =
                    away && read.answer().notices().stream().anyMatch(Notices::saysCrowded);
            return new Tried<>(
                    new Settled<>(
                            withMoment(read.answer()), !broken, read.reference(), turn.number()),
                    repeatable && (crowded || broken));
        } catch (Unreadable wrong) {
            boolean error = reply.status() >= 300;
            Notice notice =
                    error
                            ? Notices.ours("magda.http", "http", String.valueOf(reply.status()))
                            : wrong.notice();
            return new Tried<>(away(notice, turn), repeatable && PASSING.contains(reply.status()));
        }
    }

    private <T> Settled<T> away(Notice why, Turn turn) {
        return new Settled<>(unavailable(why), false, Optional.empty(), turn.number());
    }

    private <T> Answer<T> withMoment(Answer<T> answer) {
        return answer instanceof Answer.Unavailable<T> away ? unavailable(away.why()) : answer;
    }

    private <T> Answer<T> unavailable(Notice why) {
        return new Answer.Unavailable<>(
                why, Optional.of(clock.instant().plus(settings.breaker().pause())));
    }

    /** Those who were refused together must not come back together. */
    private static Duration spread(Duration pause) {
        long most = Math.max(1, pause.toMillis() / 2);
        return pause.plusMillis(ThreadLocalRandom.current().nextLong(most));
    }

    private static Duration left(long end) {
        return Duration.ofNanos(Math.max(1, end - System.nanoTime()));
    }

    private static boolean slept(Duration pause) {
        try {
            Thread.sleep(pause);
            return true;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
