// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.party.register;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What became of a question to an authentic source. Notices are for whoever asked: warnings come
 * together with data and are shown beside it.
 */
public sealed interface Answer<T> {

    /** What the source had to say besides the data. */
    List<Notice> notices();

    /** The source answered. */
    record Given<T>(T data, List<Notice> notices) implements Answer<T> {
        public Given {
            notices = List.copyOf(notices);
        }
    }

    /** The source knows nothing that fits. */
    record NotFound<T>(List<Notice> notices) implements Answer<T> {
        public NotFound {
            notices = List.copyOf(notices);
        }
    }

    /** The source does not answer this question of this authority; asking again will not help. */
    record Refused<T>(List<Notice> notices) implements Answer<T> {
        public Refused {
            notices = List.copyOf(notices);
        }
    }

    /**
     * There is no answer now; work goes on without it.
     *
     * @param again when to try again, where that is known
     */
    record Unavailable<T>(Notice why, Optional<Instant> again) implements Answer<T> {
        @Override
        public List<Notice> notices() {
            return List.of(why);
        }
    }
}
