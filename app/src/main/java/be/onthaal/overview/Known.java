// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.overview;

import be.onthaal.party.Consents;
import be.onthaal.party.OwnFile;
import be.onthaal.party.Parties;
import be.onthaal.party.Preferences;
import be.onthaal.party.Relations;
import org.springframework.stereotype.Component;

/** Where stands what is known of a customer. */
@Component
record Known(
        Parties parties,
        Relations relations,
        Consents consents,
        Preferences preferences,
        OwnFile ownFile) {}
