package io.aftercall.recording.playback;

import io.aftercall.chassis.problem.Problem;
import io.aftercall.chassis.token.Caller;
import io.quarkus.security.Authenticated;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HEAD;
import jakarta.ws.rs.OPTIONS;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;
import java.util.Map;
import java.util.Optional;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

/** A call's recording for people with a token: any for an admin, its own for a business. */
@Path("/api/recordings")
@Authenticated
class PlaybackResource {

    private static final int ASK_AGAIN_SECONDS = 2;

    private final FindAudio findAudio;
    private final ServeAudio serveAudio;
    private final Caller caller;

    PlaybackResource(FindAudio findAudio, ServeAudio serveAudio, Caller caller) {
        this.findAudio = findAudio;
        this.serveAudio = serveAudio;
        this.caller = caller;
    }

    @GET
    @Path("file/{callSid}")
    public Response get(@RestPath String callSid, @RestQuery String format, @Context HttpHeaders headers) {
        return find(callSid, format)
                .map(audio -> serveAudio.get(audio, headers))
                .orElseGet(() -> processing(Map.of("status", "processing")));
    }

    @HEAD
    @Path("file/{callSid}")
    public Response head(@RestPath String callSid, @RestQuery String format, @Context HttpHeaders headers) {
        return find(callSid, format)
                .map(audio -> serveAudio.head(audio, headers))
                .orElseGet(() -> processing(null));
    }

    @OPTIONS
    @PermitAll
    @Path("file/{callSid}")
    public Response options(@RestPath String callSid) {
        return Response.noContent()
                .header(HttpHeaders.ALLOW, "GET, HEAD, OPTIONS")
                .build();
    }

    @GET
    @Path("{callSid}/stream")
    public Response getStream(@RestPath String callSid, @RestQuery String format, @Context HttpHeaders headers) {
        return get(callSid, format, headers);
    }

    @HEAD
    @Path("{callSid}/stream")
    public Response headStream(@RestPath String callSid, @RestQuery String format, @Context HttpHeaders headers) {
        return head(callSid, format, headers);
    }

    @OPTIONS
    @PermitAll
    @Path("{callSid}/stream")
    public Response optionsStream(@RestPath String callSid) {
        return options(callSid);
    }

    private Optional<Audio> find(String callSid, String format) {
        return findAudio.forPeople(callSid, caller::maySee, isOriginal(format));
    }

    private static boolean isOriginal(String format) {
        if (format == null || "mp3".equals(format)) {
            return false;
        }
        if ("wav".equals(format)) {
            return true;
        }
        throw Problem.invalid("format is mp3 or wav.");
    }

    private static Response processing(Object body) {
        return Response.status(Status.ACCEPTED)
                .header(HttpHeaders.RETRY_AFTER, ASK_AGAIN_SECONDS)
                .type(MediaType.APPLICATION_JSON)
                .entity(body)
                .build();
    }
}
