package io.aftercall.recording.playback;

import io.aftercall.recording.playback.ByteRange.Slice;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.ResponseBuilder;
import jakarta.ws.rs.core.Response.Status;
import java.util.Optional;
import org.jboss.resteasy.reactive.PathPart;

/** Answers a GET or HEAD for audio as RFC 9110 has it: whole, one range, or why not. Bodies go from file to socket. */
@ApplicationScoped
class ServeAudio {

    private static final String CONTENT_RANGE = "Content-Range";

    /** The answer to a {@code GET}. */
    Response get(Audio audio, HttpHeaders headers) {
        Conditions conditions = new Conditions(headers);
        Optional<Response> refusal = refuse(audio, conditions);
        if (refusal.isPresent()) {
            return refusal.get();
        }
        Optional<ByteRange> range = conditions.range(audio.etag());
        if (range.isEmpty()) {
            return whole(audio)
                    .entity(new PathPart(audio.file().path(), 0, audio.file().sizeBytes()))
                    .build();
        }
        return range.get()
                .of(audio.file().sizeBytes())
                .map(slice -> part(audio, slice))
                .orElseGet(() -> unsatisfiable(audio));
    }

    /** The answer to a {@code HEAD}, for which the standard defines no ranges. */
    Response head(Audio audio, HttpHeaders headers) {
        return refuse(audio, new Conditions(headers))
                .orElseGet(() -> whole(audio)
                        .header(HttpHeaders.CONTENT_LENGTH, audio.file().sizeBytes())
                        .build());
    }

    private static Optional<Response> refuse(Audio audio, Conditions conditions) {
        if (conditions.preconditionFailed(audio.etag())) {
            return Optional.of(common(Status.PRECONDITION_FAILED, audio).build());
        }
        if (conditions.notModified(audio.etag())) {
            return Optional.of(common(Status.NOT_MODIFIED, audio).build());
        }
        return Optional.empty();
    }

    private static ResponseBuilder whole(Audio audio) {
        return described(Status.OK, audio);
    }

    private static Response part(Audio audio, Slice slice) {
        String range = "bytes %d-%d/%d"
                .formatted(slice.first(), slice.last(), audio.file().sizeBytes());
        return described(Status.PARTIAL_CONTENT, audio)
                .header(CONTENT_RANGE, range)
                .entity(new PathPart(audio.file().path(), slice.first(), slice.length()))
                .build();
    }

    private static Response unsatisfiable(Audio audio) {
        return common(Status.REQUESTED_RANGE_NOT_SATISFIABLE, audio)
                .header(CONTENT_RANGE, "bytes */" + audio.file().sizeBytes())
                .build();
    }

    private static ResponseBuilder described(Status status, Audio audio) {
        return common(status, audio)
                .type(audio.mediaType())
                .header(HttpHeaders.CONTENT_DISPOSITION, "inline; filename=\"" + audio.name() + "\"")
                .header("X-Content-Type-Options", "nosniff");
    }

    private static ResponseBuilder common(Status status, Audio audio) {
        return Response.status(status).header(HttpHeaders.ETAG, audio.etag()).header("Accept-Ranges", "bytes");
    }
}
