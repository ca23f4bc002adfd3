// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.access;

import be.onthaal.common.Refused;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** The caller of this moment: bound to a request or job, seen by everything it does. */
public final class Callers {

    private static final ScopedValue<Caller> CURRENT = ScopedValue.newInstance();

    private Callers() {}

    /** The caller; whoever asks without one has forgotten to say who he is. */
    public static Caller current() {
        return find().orElseThrow(() -> new IllegalStateException("Nobody is asking"));
    }

    public static Optional<Caller> find() {
        return CURRENT.isBound() ? Optional.of(CURRENT.get()) : Optional.empty();
    }

    /** Does the work as this caller. */
    public static <T> T as(Caller caller, Supplier<T> work) {
        betweenTransactions();
        return ScopedValue.where(CURRENT, caller).call(work::get);
    }

    /** Does the work as this caller. */
    public static void run(Caller caller, Runnable work) {
        betweenTransactions();
        ScopedValue.where(CURRENT, caller).run(work);
    }

    /** Does work that may throw as this caller. */
    public static <T, X extends Throwable> T call(Caller caller, ScopedValue.CallableOp<T, X> work)
            throws X {
        betweenTransactions();
        return ScopedValue.where(CURRENT, caller).call(work);
    }

    /** Stops with a clear refusal when the caller lacks the right. */
    public static Caller require(Permission permission) {
        Caller caller = current();
        if (!caller.may(permission) && caller.kind() != Caller.Kind.SERVICE) {
            throw new Refused("access.permission", permission);
        }
        return caller;
    }

    /**
     * PostgreSQL was told who asks when the transaction began; another caller needs another one.
     */
    private static void betweenTransactions() {
        if (TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException("A caller cannot change inside a transaction");
        }
    }
}
