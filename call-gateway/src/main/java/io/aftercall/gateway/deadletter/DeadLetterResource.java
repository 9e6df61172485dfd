package io.aftercall.gateway.deadletter;

import io.aftercall.chassis.problem.Problem;
import io.aftercall.chassis.token.Caller;
import io.aftercall.gateway.Page;
import io.quarkus.security.Authenticated;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.function.Predicate;
import org.apache.kafka.common.KafkaException;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Dead letters of every service; admins only. */
@Path("/api/dead-letters")
@Authenticated
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Dead letters")
public class DeadLetterResource {

    private static final Logger LOG = Logger.getLogger(DeadLetterResource.class);
    private static final int MOST = 200;

    private final ListDeadLetters listDeadLetters;
    private final ReplayDeadLetters replayDeadLetters;
    private final Caller caller;

    DeadLetterResource(ListDeadLetters listDeadLetters, ReplayDeadLetters replayDeadLetters, Caller caller) {
        this.listDeadLetters = listDeadLetters;
        this.replayDeadLetters = replayDeadLetters;
        this.caller = caller;
    }

    @GET
    @Operation(summary = "Up to 200 records that could not be processed and were not replayed yet")
    public Page<DeadLetter> list(@QueryParam("topic") String topic, @QueryParam("payload") String payload) {
        caller.requireAdmin();
        Predicate<String> wanted = topic == null ? any -> true : DeadLetterTopics.named(topic);
        return Page.whole(listDeadLetters.list(wanted, "true".equals(payload), MOST));
    }

    @POST
    @Path("replay")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Put the dead letters of a topic back on it")
    public Replayed replay(@NotNull @Valid WhichTopic which) {
        caller.requireAdmin();
        int replayed = replayDeadLetters
                .replay(DeadLetterTopics.named(which.topic()))
                .orElseThrow(() -> Problem.notFound("There is no such dead-letter topic."));
        return new Replayed(replayed);
    }

    @ServerExceptionMapper
    Response brokerAway(KafkaException failure) {
        LOG.warnf("Dead letters could not be reached: %s.", failure.getClass().getSimpleName());
        return Problem.unavailable("The broker does not answer. Try again soon.")
                .toResponse();
    }

    /**
     * Whose dead letters.
     *
     * @param topic a dead-letter topic, or the topic whose every dead-letter topic is meant
     */
    public record WhichTopic(@NotBlank String topic) {}

    /** How many were put back. */
    public record Replayed(int replayed) {}
}
