// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.party.register;

import be.onthaal.common.EnterpriseNumber;
import be.onthaal.common.NationalNumber;
import java.util.List;

/** The Crossroads Bank for Enterprises (KBO), as an authority may consult it. */
public interface EnterpriseRegister {

    /** One enterprise with its establishments and activities (MAGDA GeefOnderneming). */
    Answer<RegisteredEnterprise> enterprise(EnterpriseNumber which, Occasion occasion);

    /** Enterprises by name or place (MAGDA ZoekOnderneming). */
    Answer<List<RegisteredEnterprise>> search(EnterpriseQuestion question, Occasion occasion);

    /** What somebody is in which enterprises (MAGDA GeefFuncties). */
    Answer<List<Dated<HeldFunction>>> functionsOf(NationalNumber whom, Occasion occasion);

    /** Who is what in an enterprise (MAGDA GeefFuncties). */
    Answer<List<Dated<HeldFunction>>> functionsIn(EnterpriseNumber which, Occasion occasion);
}
