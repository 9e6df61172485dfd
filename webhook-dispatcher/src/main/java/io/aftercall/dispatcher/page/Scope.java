package io.aftercall.dispatcher.page;

import io.aftercall.chassis.problem.Problem;
import io.aftercall.chassis.token.Caller;
import java.util.Optional;

/** Whose things a list shows. */
public final class Scope {
    private Scope() {}

    /**
     * The one business that {@code caller} gets to see here; empty for an admin who wants all of them.
     *
     * @param wanted the business asked for; null for whatever there is
     * @throws io.quarkiverse.resteasy.problem.HttpProblem 404 if it is somebody else's
     */
    public static Optional<String> of(Caller caller, String wanted) {
        if (wanted != null && !caller.maySee(wanted)) {
            throw Problem.notFound("There is no such business.");
        }
        if (wanted != null || caller.isAdmin()) {
            return Optional.ofNullable(wanted);
        }
        return Optional.of(
                caller.businessId().orElseThrow(() -> Problem.forbidden("The token names neither role nor business.")));
    }
}
