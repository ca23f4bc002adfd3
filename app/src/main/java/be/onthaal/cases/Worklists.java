// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.cases;

import be.onthaal.access.Callers;
import be.onthaal.access.Permission;
import java.util.function.Consumer;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The lists that people work from, whole: for what takes them along. */
@Service
public class Worklists {

    private final CaseLists lists;

    Worklists(CaseLists lists) {
        this.lists = lists;
    }

    /**
     * Gives the cases of a list to the reader one by one, in the transaction that logs who saw
     * them.
     *
     * @return how many there were, and no more than so many
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public long each(CaseFilter filter, int most, Consumer<CaseLine> reader) {
        Callers.require(Permission.CASE_VIEW);
        return lists.each(filter, most, reader);
    }
}
