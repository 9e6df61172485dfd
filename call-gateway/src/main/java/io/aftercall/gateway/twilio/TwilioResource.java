package io.aftercall.gateway.twilio;

import io.vertx.core.http.HttpServerRequest;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Where Twilio calls back. No token: each request proves itself by its signature. */
@Path("/")
@PermitAll
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
@Tag(name = "Twilio", description = "Callbacks, signed by Twilio")
public class TwilioResource {

    private final ReceiveCallback receiveCallback;

    TwilioResource(ReceiveCallback receiveCallback) {
        this.receiveCallback = receiveCallback;
    }

    @POST
    @Path("twilio/status")
    @Operation(summary = "A call's status changed")
    public void status(@Context HttpServerRequest request, byte[] body) {
        receiveCallback.receive(CallbackKind.STATUS, request, body);
    }

    @POST
    @Path("twilio/recording")
    @Operation(summary = "A recording's status changed")
    public void recording(@Context HttpServerRequest request, byte[] body) {
        receiveCallback.receive(CallbackKind.RECORDING, request, body);
    }

    @POST
    @Path("webhook/recording")
    @Operation(summary = "A recording's status changed (the same under an older address)")
    public void recordingAlias(@Context HttpServerRequest request, byte[] body) {
        receiveCallback.receive(CallbackKind.RECORDING, request, body);
    }
}
