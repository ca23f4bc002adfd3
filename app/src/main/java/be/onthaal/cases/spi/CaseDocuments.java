// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.cases.spi;

import be.onthaal.cases.CaseId;
import be.onthaal.database.Part;
import java.util.Set;

/** The pieces that a case holds, as whoever keeps them knows. */
public interface CaseDocuments {

    /** Of which sorts of its type it holds a piece, by their codes; a part of a page. */
    Part<Set<String>> kinds(CaseId id);
}
