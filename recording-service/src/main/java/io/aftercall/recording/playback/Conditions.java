package io.aftercall.recording.playback;

import jakarta.ws.rs.core.HttpHeaders;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The conditions of a request (RFC 9110, 13), judged by entity tags only: audio never changes under its tag, and no
 * modification dates are sent, so conditions on dates are to be ignored.
 */
final class Conditions {

    private static final Pattern TAG = Pattern.compile("(W/)?(\"[^\"]*\")");

    private final HttpHeaders headers;

    Conditions(HttpHeaders headers) {
        this.headers = headers;
    }

    /** Whether {@code If-Match} is there and names other tags only: 412. */
    boolean preconditionFailed(String etag) {
        String ifMatch = list(HttpHeaders.IF_MATCH);
        return ifMatch != null && !names(ifMatch, etag, true);
    }

    /** Whether {@code If-None-Match} says that the client has it: 304. */
    boolean notModified(String etag) {
        String ifNoneMatch = list(HttpHeaders.IF_NONE_MATCH);
        return ifNoneMatch != null && names(ifNoneMatch, etag, false);
    }

    /** The range asked for, unless {@code If-Range} speaks of something else than what there is. */
    Optional<ByteRange> range(String etag) {
        String ifRange = headers.getHeaderString("If-Range");
        if (ifRange != null && !ifRange.strip().equals(etag)) {
            return Optional.empty();
        }
        return ByteRange.requested(list("Range"));
    }

    private String list(String name) {
        var values = headers.getRequestHeader(name);
        return values == null || values.isEmpty() ? null : String.join(",", values);
    }

    /** Strong comparison wants both tags strong; ours is. */
    private static boolean names(String list, String etag, boolean strong) {
        if ("*".equals(list.strip())) {
            return true;
        }
        Matcher tag = TAG.matcher(list);
        while (tag.find()) {
            boolean weak = tag.group(1) != null;
            if (tag.group(2).equals(etag) && !(strong && weak)) {
                return true;
            }
        }
        return false;
    }
}
