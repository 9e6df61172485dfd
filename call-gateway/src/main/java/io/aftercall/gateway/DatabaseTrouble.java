package io.aftercall.gateway;

import com.github.kagkarlsson.shaded.jdbc.SQLRuntimeException;
import io.aftercall.chassis.problem.Problem;
import io.aftercall.chassis.sql.Passing;
import io.quarkiverse.resteasy.problem.HttpProblem;
import io.quarkus.narayana.jta.QuarkusTransactionException;
import jakarta.transaction.RollbackException;
import jakarta.ws.rs.core.Response;
import java.sql.SQLException;
import java.util.Arrays;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.jdbi.v3.core.JdbiException;

/**
 * Answers 503 while the database is away, so that Twilio and people try again, 400 for a value it cannot hold, and 500 for
 * what is our own fault.
 */
class DatabaseTrouble {

    private static final Logger LOG = Logger.getLogger(DatabaseTrouble.class);

    @ServerExceptionMapper
    Response answer(JdbiException failure) {
        return answerFor(failure);
    }

    @ServerExceptionMapper
    Response answer(QuarkusTransactionException failure) {
        return answerFor(failure);
    }

    /** The scheduler's own wrapping. */
    @ServerExceptionMapper
    Response answer(SQLRuntimeException failure) {
        return answerFor(failure);
    }

    /** A commit that did not happen. */
    @ServerExceptionMapper
    Response answer(RollbackException failure) {
        return answerFor(failure);
    }

    private static Response answerFor(Exception failure) {
        if (Passing.isPassing(failure)) {
            LOG.warnf("A request could not be answered for want of the database: %s.", told(failure));
            return Problem.unavailable("The database does not answer. Try again soon.")
                    .toResponse();
        }
        if (blamesAValue(failure)) {
            return Problem.invalid("A value holds something that cannot be kept, such as a NUL character.")
                    .toResponse();
        }
        LOG.errorf("A request met a database error that will come again: %s.", told(failure));
        return HttpProblem.valueOf(Response.Status.INTERNAL_SERVER_ERROR).toResponse();
    }

    /** SQLSTATE class 22: the statement is sound, what it was given is not. */
    private static boolean blamesAValue(Throwable failure) {
        return rootOf(failure) instanceof SQLException sql
                && sql.getSQLState() != null
                && sql.getSQLState().startsWith("22");
    }

    /** Class, SQLSTATE and the line of ours it came from; messages quote the values of the statement. */
    private static String told(Throwable failure) {
        Throwable root = rootOf(failure);
        String state = root instanceof SQLException sql ? " " + sql.getSQLState() : "";
        return root.getClass().getSimpleName() + state + " at "
                + Arrays.stream(failure.getStackTrace())
                        .filter(frame -> frame.getClassName().startsWith("io.aftercall"))
                        .findFirst()
                        .map(StackTraceElement::toString)
                        .orElse("an unknown line");
    }

    private static Throwable rootOf(Throwable failure) {
        Throwable root = failure;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return root;
    }
}
