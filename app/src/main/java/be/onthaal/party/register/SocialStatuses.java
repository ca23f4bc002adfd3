// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.party.register;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * What the KSZ answers to named questions.
 *
 * @param remark why there is no answer, where there is none for any question
 */
public record SocialStatuses(List<Status> statuses, Optional<Coded> remark) {

    public SocialStatuses {
        statuses = List.copyOf(statuses);
    }

    /**
     * The answer to one question.
     *
     * @param remark why it may be otherwise, in the code of the source
     */
    public record Status(String name, Coded result, List<Period> periods, Optional<Coded> remark) {

        public Status {
            periods = List.copyOf(periods);
        }

        public boolean applies() {
            return result.is("1");
        }
    }

    /** When a status applies. */
    public record Period(LocalDate from, Optional<LocalDate> until) {}
}
