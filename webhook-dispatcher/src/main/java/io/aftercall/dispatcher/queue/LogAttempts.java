package io.aftercall.dispatcher.queue;

import io.aftercall.dispatcher.send.Exchange;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.jboss.logging.Logger;
import org.jboss.logging.MDC;

/** One line per settled attempt. */
@ApplicationScoped
class LogAttempts {
    private static final Logger LOG = Logger.getLogger(LogAttempts.class);

    /**
     * Says what came of {@code attempts}.
     *
     * @param counted for each, whether its claim still held
     */
    void settled(List<SettledAttempt> attempts, boolean[] counted) {
        for (int i = 0; i < counted.length; i++) {
            SettledAttempt attempt = attempts.get(i);
            MDC.put("callSid", attempt.delivery().callSid());
            try {
                if (counted[i]) {
                    log(attempt);
                } else {
                    LOG.warnf("%s came too late to count: the claim was lost, or the call erased.", what(attempt));
                }
            } finally {
                MDC.remove("callSid");
            }
        }
    }

    private static void log(SettledAttempt attempt) {
        Exchange exchange = attempt.exchange();
        switch (attempt.state()) {
            case "delivered" ->
                LOG.infof(
                        "%s: delivered in %d ms.",
                        what(attempt), exchange.latency().toMillis());
            case "pending" ->
                LOG.warnf(
                        "%s failed (%s); next in %d s.",
                        what(attempt), exchange.describeError(), attempt.pause().toSeconds());
            default -> LOG.errorf("%s failed (%s); %s.", what(attempt), exchange.describeError(), attempt.state());
        }
    }

    private static String what(SettledAttempt attempt) {
        return "Attempt " + attempt.delivery().attempt() + " of "
                + attempt.delivery().id();
    }
}
