// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.desk;

import be.onthaal.cases.CaseHandling;
import be.onthaal.cases.CaseLinks;
import be.onthaal.cases.CaseMerges;
import be.onthaal.cases.CasePassages;
import be.onthaal.cases.CaseRoles;
import be.onthaal.cases.CaseTerms;
import be.onthaal.cases.Cases;
import be.onthaal.contact.Contacts;
import be.onthaal.dispatch.Dispatches;
import be.onthaal.documents.DocumentLinks;
import be.onthaal.party.OwnFile;
import be.onthaal.party.Parties;
import be.onthaal.party.Preferences;
import be.onthaal.post.PostCases;
import be.onthaal.post.PostHandling;
import be.onthaal.post.PostRegister;
import be.onthaal.scanning.Scans;
import org.springframework.stereotype.Component;

/** The modules that the pages join. */
@Component
record DeskModules(
        PostRegister post,
        PostHandling entries,
        PostCases entriesOfCases,
        Parties parties,
        Preferences preferences,
        OwnFile ownFile,
        Contacts contacts,
        Cases cases,
        CaseHandling work,
        CaseRoles roles,
        CaseLinks links,
        CaseMerges merges,
        CasePassages passages,
        CaseTerms terms,
        DocumentLinks documents,
        Scans scans,
        Dispatches dispatches) {}
