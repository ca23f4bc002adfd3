// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.desk;

import be.onthaal.cases.Cases;
import be.onthaal.eid.IdentityCards;
import be.onthaal.kbo.Enterprises;
import be.onthaal.party.Assigning;
import be.onthaal.party.Consents;
import be.onthaal.party.Doubts;
import be.onthaal.party.LikelyMatches;
import be.onthaal.party.Merges;
import be.onthaal.party.OwnFile;
import be.onthaal.party.Parties;
import be.onthaal.party.PartyFinder;
import be.onthaal.party.Preferences;
import be.onthaal.party.Relations;
import be.onthaal.party.SafetyFlags;
import be.onthaal.party.register.RegisterConnection;
import org.springframework.stereotype.Component;

/** What the pages of customers ask. */
@Component
record CustomerModules(
        Parties parties,
        PartyFinder finder,
        Merges merges,
        Relations relations,
        Consents consents,
        SafetyFlags flags,
        Preferences preferences,
        OwnFile ownFile,
        LikelyMatches likely,
        Doubts doubts,
        Assigning assigning,
        RegisterConnection register,
        IdentityCards cards,
        Enterprises enterprises,
        Cases cases) {}
