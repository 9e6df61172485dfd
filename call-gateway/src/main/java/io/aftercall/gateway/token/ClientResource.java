package io.aftercall.gateway.token;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.aftercall.chassis.token.Caller;
import io.aftercall.gateway.Page;
import io.quarkus.security.Authenticated;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Who may sign in; admins only. */
@Path("/api/clients")
@Authenticated
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Signing in")
public class ClientResource {

    private final AddClient addClient;
    private final ApiClients clients;
    private final Caller caller;

    ClientResource(AddClient addClient, ApiClients clients, Caller caller) {
        this.addClient = addClient;
        this.clients = clients;
        this.caller = caller;
    }

    @POST
    @Operation(summary = "Add a client; the answer alone shows its secret")
    public Response add(@NotNull @Valid ClientToAdd wanted) {
        caller.requireAdmin();
        AddClient.NewClient added = addClient.add(wanted.name(), wanted.role(), wanted.businessId());
        return Response.status(Response.Status.CREATED)
                .entity(ClientView.of(added.client(), added.secret()))
                .header("Cache-Control", "no-store")
                .build();
    }

    @GET
    @Operation(summary = "All clients, without their secrets")
    public Page<ClientView> list() {
        caller.requireAdmin();
        return Page.whole(clients.list().stream()
                .map(client -> ClientView.of(client, null))
                .toList());
    }

    /** What a client to add must say. */
    public record ClientToAdd(
            @NotBlank @Size(max = 200) String name,
            @NotBlank @Size(max = 20) String role,
            @Size(max = 63) String businessId) {}

    /** A client as shown. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record ClientView(
            String clientId, String clientSecret, String name, String role, String businessId, Instant createdAt) {

        static ClientView of(ApiClient client, String secret) {
            return new ClientView(
                    client.clientId(), secret, client.name(), client.role(), client.businessId(), client.createdAt());
        }
    }
}
