package io.aftercall.local.api;

import java.net.http.HttpResponse;

/** The API refused; carries its status and its own words. */
public final class ApiFailure extends RuntimeException {

    private final int status;

    ApiFailure(HttpResponse<String> response) {
        super("%s %s answered %d: %s"
                .formatted(
                        response.request().method(), response.uri().getPath(), response.statusCode(), response.body()));
        this.status = response.statusCode();
    }

    /** The HTTP status. */
    public int status() {
        return status;
    }
}
