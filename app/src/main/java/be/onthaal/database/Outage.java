// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.database;

import java.io.UncheckedIOException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.RecoverableDataAccessException;
import org.springframework.transaction.TransactionException;

/** Tells what is wrong with the moment from what is wrong with the thing that was tried. */
public final class Outage {

    private Outage() {}

    /** The database or the disk is away or full: nothing that is tried now can work. */
    public static boolean isBehind(RuntimeException failure) {
        return failure instanceof TransactionException
                || failure instanceof DataAccessResourceFailureException
                || failure instanceof RecoverableDataAccessException
                || failure instanceof UncheckedIOException;
    }
}
