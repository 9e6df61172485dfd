package io.aftercall.recording.playback;

import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.HttpHeaders;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/** Nothing here may be kept by anything on the way: neither a voice, nor that there is none yet. */
class NeverCache {

    @ServerResponseFilter
    public void forbid(ContainerResponseContext response) {
        response.getHeaders().putSingle(HttpHeaders.CACHE_CONTROL, "private, no-store");
    }
}
