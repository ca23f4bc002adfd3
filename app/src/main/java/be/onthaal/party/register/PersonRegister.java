// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.party.register;

import be.onthaal.common.NationalNumber;
import java.time.LocalDate;
import java.util.List;

/**
 * The national register and the registers of the social security, as an authority may consult them.
 * Each question is logged before its answer is given, and none is asked inside a transaction.
 */
public interface PersonRegister {

    /** Somebody as he is registered now (MAGDA GeefPersoon). */
    Answer<RegisteredPerson> person(NationalNumber whom, Occasion occasion);

    /** Somebody with what held since a day (MAGDA GeefHistoriekPersoon). */
    Answer<RegisteredPerson> history(NationalNumber whom, LocalDate since, Occasion occasion);

    /** With whom somebody lives now (MAGDA GeefGezinssamenstelling). */
    Answer<Household> household(NationalNumber whom, Occasion occasion);

    /** With whom somebody lived since a day (MAGDA GeefHistoriekGezinssamenstelling). */
    Answer<List<Household>> households(NationalNumber whom, LocalDate since, Occasion occasion);

    /** Who lives at an address (MAGDA ZoekPersoonOpAdres). */
    Answer<List<FoundPerson>> at(AddressQuestion address, Occasion occasion);

    /** Who is called so (MAGDA ZoekPersoonOpNaam). */
    Answer<List<FoundPerson>> named(NameQuestion name, Occasion occasion);
}
