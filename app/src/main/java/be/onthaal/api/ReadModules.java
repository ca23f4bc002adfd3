// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.api;

import be.onthaal.cases.CaseSearch;
import be.onthaal.cases.Cases;
import be.onthaal.contact.Contacts;
import be.onthaal.party.Parties;
import be.onthaal.party.Relations;
import be.onthaal.post.PostLists;
import be.onthaal.post.PostRegister;
import org.springframework.stereotype.Component;

/** The modules that the API reads from. */
@Component
record ReadModules(
        Cases cases,
        CaseSearch caseSearch,
        PostRegister post,
        PostLists postLists,
        Parties parties,
        Relations relations,
        Contacts contacts) {}
