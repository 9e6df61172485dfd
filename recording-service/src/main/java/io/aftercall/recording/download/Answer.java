package io.aftercall.recording.download;

import java.net.URI;
import java.net.http.HttpHeaders;

/**
 * What a server said.
 *
 * @param from the place that said it
 * @param status its status code
 * @param headers its headers
 * @param audio the body; null unless the status is 200
 */
record Answer(URI from, int status, HttpHeaders headers, DownloadedAudio audio) {

    private static final int REDIRECTION = 300;
    private static final int CLIENT_ERROR = 400;
    private static final int NOT_MODIFIED = 304;

    boolean isRedirect() {
        return status >= REDIRECTION && status < CLIENT_ERROR && status != NOT_MODIFIED;
    }
}
