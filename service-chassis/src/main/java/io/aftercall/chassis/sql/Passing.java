package io.aftercall.chassis.sql;

import jakarta.transaction.HeuristicMixedException;
import jakarta.transaction.HeuristicRollbackException;
import jakarta.transaction.RollbackException;
import jakarta.transaction.SystemException;
import java.io.IOException;
import java.sql.SQLException;
import javax.transaction.xa.XAException;
import org.apache.kafka.common.errors.RetriableException;

/**
 * Tells trouble that passes by itself (the database or a disk is away, a lock was lost, a broker is slow) from trouble that would
 * come again. SQLSTATE classes are those of PostgreSQL's manual, appendix A.
 */
public final class Passing {

    private static final int CLASS_LENGTH = 2;

    private Passing() {}

    /**
     * Whether doing the same again later can succeed without anybody changing the input.
     *
     * @param failure what was thrown; its causes are looked at too
     */
    public static boolean isPassing(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql) {
                return !blamesTheData(sql.getSQLState());
            }
        }
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            // A commit that broke halfway is one of the heuristic ones: whether it took is seen when it is done again.
            if (cause instanceof RollbackException
                    || cause instanceof SystemException
                    || cause instanceof HeuristicMixedException
                    || cause instanceof HeuristicRollbackException
                    || cause instanceof XAException
                    || cause instanceof IOException
                    || cause instanceof RetriableException) {
                return true;
            }
        }
        return false;
    }

    /** What to write in a log: the kind of trouble, never its message, which may quote the data. */
    public static String kindOf(Throwable failure) {
        Throwable root = failure;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        String name = root.getClass().getSimpleName();
        return root instanceof SQLException sql ? name + " " + sql.getSQLState() : name;
    }

    /** Data exceptions (22) and broken constraints (23) come again; everything else is the database's state of health. */
    private static boolean blamesTheData(String sqlState) {
        if (sqlState == null || sqlState.length() < CLASS_LENGTH) {
            return false;
        }
        String stateClass = sqlState.substring(0, CLASS_LENGTH);
        return "22".equals(stateClass) || "23".equals(stateClass);
    }
}
