package io.aftercall.chassis.sql;

import io.quarkus.arc.Unremovable;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;

/** Runs things once the open transaction has committed, and not at all if it rolls back. */
@ApplicationScoped
@Unremovable
public class AfterCommit {

    private final TransactionSynchronizationRegistry transactions;

    AfterCommit(TransactionSynchronizationRegistry transactions) {
        this.transactions = transactions;
    }

    /**
     * Runs {@code action} after the commit of the transaction that is open now.
     *
     * @param action short and non-throwing; it runs on the committing thread, and is lost if the process dies
     * @throws IllegalStateException if no transaction is open
     */
    public void run(Runnable action) {
        demandTransaction();
        transactions.registerInterposedSynchronization(new Synchronization() {
            @Override
            public void beforeCompletion() {
                // Nothing may depend on a commit that has not happened.
            }

            @Override
            public void afterCompletion(int status) {
                if (status == Status.STATUS_COMMITTED) {
                    action.run();
                }
            }
        });
    }

    /**
     * Makes forgetting the transaction an error instead of a bug.
     *
     * @throws IllegalStateException if no transaction is open
     */
    public void demandTransaction() {
        if (transactions.getTransactionStatus() != Status.STATUS_ACTIVE) {
            throw new IllegalStateException("This must run inside the transaction of the row it belongs to.");
        }
    }
}
