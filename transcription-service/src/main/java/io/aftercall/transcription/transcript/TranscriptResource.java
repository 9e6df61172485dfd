package io.aftercall.transcription.transcript;

import io.aftercall.chassis.problem.Problem;
import io.aftercall.chassis.token.Caller;
import io.quarkus.security.Authenticated;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.CacheControl;
import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.RestPath;

/** Transcripts over HTTP: of a caller's own calls, and of all for an admin. */
@Path("/api/transcripts/{callSid}")
@Authenticated
class TranscriptResource {

    private final Transcripts transcripts;
    private final Caller caller;

    TranscriptResource(Transcripts transcripts, Caller caller) {
        this.transcripts = transcripts;
        this.caller = caller;
    }

    @GET
    public Response get(@RestPath String callSid) {
        Transcript transcript = transcripts
                .latest(callSid)
                .filter(found -> caller.maySee(found.businessId()))
                .orElseThrow(() -> Problem.notFound("There is no transcript of this call."));
        return Response.ok(TranscriptView.of(transcript))
                .cacheControl(neverKept())
                .build();
    }

    private static CacheControl neverKept() {
        CacheControl never = new CacheControl();
        never.setPrivate(true);
        never.setNoStore(true);
        return never;
    }
}
