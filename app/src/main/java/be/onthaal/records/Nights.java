// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.records;

import be.onthaal.access.Callers;
import be.onthaal.access.Permission;
import be.onthaal.records.internal.NightStore;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The nightly look for what has no date, and for what is past its date and on no list. */
@Service
public class Nights {

    private final NightStore nights;

    Nights(NightStore nights) {
        this.nights = nights;
    }

    /** What the last look found, if there was one. */
    @Transactional(readOnly = true)
    public Optional<Night> last() {
        Callers.require(Permission.RECORDS_REVIEW);
        return nights.last();
    }
}
