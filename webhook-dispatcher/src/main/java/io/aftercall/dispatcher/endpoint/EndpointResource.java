package io.aftercall.dispatcher.endpoint;

import io.aftercall.chassis.problem.Problem;
import io.aftercall.chassis.token.Caller;
import io.aftercall.dispatcher.page.Cursor;
import io.aftercall.dispatcher.page.Page;
import io.aftercall.dispatcher.page.Scope;
import io.quarkus.security.Authenticated;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;

/** A business's endpoints; those of others do not exist for it. */
@Path("/api/webhooks/endpoints")
@Authenticated
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class EndpointResource {
    private final Caller caller;
    private final Endpoints endpoints;
    private final CreateEndpoint createEndpoint;
    private final CloseEndpoint closeEndpoint;

    EndpointResource(Caller caller, Endpoints endpoints, CreateEndpoint createEndpoint, CloseEndpoint closeEndpoint) {
        this.caller = caller;
        this.endpoints = endpoints;
        this.createEndpoint = createEndpoint;
        this.closeEndpoint = closeEndpoint;
    }

    @POST
    public Response create(@NotNull @Valid NewEndpoint wanted) {
        CreateEndpoint.Created created = createEndpoint.create(businessOf(wanted), wanted);
        return Response.created(URI.create(
                        "/api/webhooks/endpoints/" + created.endpoint().id()))
                .entity(EndpointAnswer.of(created))
                .build();
    }

    private String businessOf(NewEndpoint wanted) {
        return Scope.of(caller, wanted.businessId())
                .filter(named -> !named.isBlank())
                .orElseThrow(() -> Problem.invalid("\"businessId\" is missing."));
    }

    @GET
    public Page<EndpointAnswer> list(
            @QueryParam("businessId") String businessId,
            @QueryParam("cursor") String cursor,
            @QueryParam("limit") @DefaultValue(Page.USUAL_LIMIT) @Min(1) @Max(Page.MOST) int limit) {
        String visible = Scope.of(caller, businessId).orElse(null);
        Page<Endpoint> page = endpoints.page(visible, Cursor.read(cursor), limit);
        return new Page<>(page.items().stream().map(EndpointAnswer::of).toList(), page.next());
    }

    @GET
    @Path("{id}")
    public EndpointAnswer get(String id) {
        return EndpointAnswer.of(visible(id));
    }

    @DELETE
    @Path("{id}")
    @Transactional
    public void delete(String id) {
        closeEndpoint.delete(visible(id).id());
    }

    private Endpoint visible(String id) {
        return endpoints
                .find(id)
                .filter(endpoint -> caller.maySee(endpoint.businessId()))
                .orElseThrow(() -> Problem.notFound("There is no such endpoint."));
    }
}
