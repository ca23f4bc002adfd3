// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.moving.internal;

import be.onthaal.common.Message;
import be.onthaal.moving.internal.reading.Unpacking;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Data of another system that comes in: who asked it, with which files, and how far it is. */
public record Transfer(
        UUID id,
        int number,
        Asked asked,
        State state,
        List<Unpacking.Kept> files,
        Optional<Message> problem,
        Progress progress,
        Times times) {

    /** Who asked for it, and whether he may take people in. */
    public record Asked(UUID by, String name, boolean mayHire) {}

    /** How many of its rows are behind us. */
    public record Progress(int total, int done) {}

    /** When it was asked, started for real, and finished. */
    public record Times(Instant made, Optional<Instant> started, Optional<Instant> finished) {}

    /** Where it stands. */
    public enum State {
        READING,
        CHECKING,
        CHECKED,
        IMPORTING,
        DONE,
        UNDOING,
        UNDONE,
        REFUSED,
        DROPPED;

        /** True while the job is at work on it. */
        public boolean atWork() {
            return this == READING || this == CHECKING || this == IMPORTING || this == UNDOING;
        }
    }

    public Transfer {
        files = List.copyOf(files);
    }

    /** Under which name the log knows what it did. */
    String actor() {
        return "Verhuizing " + number + " (" + asked.name() + ")";
    }

    Transfer in(State next) {
        return new Transfer(id, number, asked, next, files, problem, progress, times);
    }

    Transfer at(int total, int done) {
        return new Transfer(
                id, number, asked, state, files, problem, new Progress(total, done), times);
    }

    Transfer refused(Message why) {
        return new Transfer(
                id, number, asked, State.REFUSED, files, Optional.of(why), progress, times);
    }

    Transfer started(Instant now) {
        var since = new Times(times.made(), Optional.of(now), Optional.empty());
        return new Transfer(id, number, asked, state, files, problem, progress, since);
    }

    Transfer finished(Instant now) {
        var ended = new Times(times.made(), times.started(), Optional.of(now));
        return new Transfer(id, number, asked, state, files, problem, progress, ended);
    }
}
