package io.aftercall.gateway.token;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Shows the public keys by which anybody can check this gateway's tokens. */
@Path("/.well-known/jwks.json")
@PermitAll
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Signing in")
public class KeySetResource {

    private final SigningKey key;

    KeySetResource(SigningKey key) {
        this.key = key;
    }

    @GET
    @Operation(summary = "Public keys that check tokens (RFC 7517)")
    public Response keys() {
        return Response.ok(key.publicKeys())
                .header("Cache-Control", "public, max-age=300")
                .build();
    }
}
