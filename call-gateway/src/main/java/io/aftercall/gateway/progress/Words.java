package io.aftercall.gateway.progress;

import io.aftercall.events.OutcomeStatus;
import java.util.Locale;

/** The database's words for the events' constants, which are the same on the wire. */
final class Words {

    private Words() {}

    static String of(OutcomeStatus status) {
        return status.name().toLowerCase(Locale.ROOT);
    }
}
