package io.aftercall.gateway.business;

import io.aftercall.chassis.problem.Problem;
import io.aftercall.chassis.token.Caller;
import io.aftercall.gateway.Page;
import io.quarkus.security.Authenticated;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Businesses: an admin makes and sees all, a business sees itself. */
@Path("/api/businesses")
@Authenticated
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Businesses")
public class BusinessResource {

    private final AddBusiness addBusiness;
    private final Businesses businesses;
    private final Caller caller;

    BusinessResource(AddBusiness addBusiness, Businesses businesses, Caller caller) {
        this.addBusiness = addBusiness;
        this.businesses = businesses;
        this.caller = caller;
    }

    @POST
    @Operation(summary = "Add a business")
    public Response add(@NotNull @Valid BusinessToAdd wanted) {
        caller.requireAdmin();
        Business added = addBusiness.add(wanted);
        return Response.created(URI.create("/api/businesses/" + added.id()))
                .entity(added)
                .build();
    }

    @GET
    @Operation(summary = "The businesses the caller may see")
    public Page<Business> list() {
        return Page.whole(
                caller.isAdmin()
                        ? businesses.list()
                        : caller.businessId().flatMap(businesses::find).stream().toList());
    }

    @GET
    @Path("{id:[a-z0-9-]+}")
    @Operation(summary = "One business")
    public Business find(@PathParam("id") String id) {
        return businesses
                .find(id)
                .filter(business -> caller.maySee(business.id()))
                .orElseThrow(() -> Problem.notFound("There is no such business."));
    }
}
