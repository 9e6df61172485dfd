package io.aftercall.recording.playback;

import io.aftercall.chassis.problem.Problem;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HEAD;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

/** Speech tracks for whoever holds a signed path; there is no other way to them. */
@Path("/api/recordings/speech/{callSid}/{revision}/{channel}")
@PermitAll
class SpeechResource {

    private final SpeechPaths speechPaths;
    private final FindAudio findAudio;
    private final ServeAudio serveAudio;

    SpeechResource(SpeechPaths speechPaths, FindAudio findAudio, ServeAudio serveAudio) {
        this.speechPaths = speechPaths;
        this.findAudio = findAudio;
        this.serveAudio = serveAudio;
    }

    @GET
    public Response get(
            @RestPath String callSid,
            @RestPath int revision,
            @RestPath String channel,
            @RestQuery String expires,
            @RestQuery String signature,
            @Context HttpHeaders headers) {
        return serveAudio.get(find(callSid, revision, channel, expires, signature), headers);
    }

    @HEAD
    public Response head(
            @RestPath String callSid,
            @RestPath int revision,
            @RestPath String channel,
            @RestQuery String expires,
            @RestQuery String signature,
            @Context HttpHeaders headers) {
        return serveAudio.head(find(callSid, revision, channel, expires, signature), headers);
    }

    private Audio find(String callSid, int revision, String channel, String expires, String signature) {
        if (!speechPaths.holds(callSid, revision, channel, expires, signature)) {
            throw Problem.forbidden("The path is not signed by this service, or has expired.");
        }
        return findAudio.forSpeech(callSid, revision, channel);
    }
}
