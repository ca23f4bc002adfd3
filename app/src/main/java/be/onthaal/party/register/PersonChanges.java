// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.party.register;

import be.onthaal.common.NationalNumber;
import java.time.LocalDate;
import java.util.Optional;

/** What changed in the registers about the persons whom an authority follows. */
public interface PersonChanges {

    /** Follows somebody from a day on (MAGDA RegistreerInschrijving); false when it was refused. */
    Answer<Boolean> follow(NationalNumber whom, Period period, Occasion occasion);

    /** Follows somebody no longer (MAGDA RegistreerUitschrijving); false when it was refused. */
    Answer<Boolean> unfollow(NationalNumber whom, Occasion occasion);

    /**
     * The next changes (MAGDA GeefPersoonMutatiesNotificaties). Giving the receipt of the batch
     * before says that it was kept; without it the same changes come again.
     */
    Answer<ChangeBatch> next(Optional<String> receipt, Occasion occasion);

    /** From which day until which day somebody is followed; without an end until told otherwise. */
    record Period(LocalDate from, Optional<LocalDate> until) {}
}
