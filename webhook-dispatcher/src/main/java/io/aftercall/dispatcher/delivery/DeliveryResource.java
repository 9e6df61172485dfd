package io.aftercall.dispatcher.delivery;

import com.fasterxml.jackson.annotation.JsonRawValue;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.aftercall.chassis.problem.Problem;
import io.aftercall.chassis.token.Caller;
import io.aftercall.dispatcher.page.Cursor;
import io.aftercall.dispatcher.page.Page;
import io.aftercall.dispatcher.page.Scope;
import io.quarkus.security.Authenticated;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;

/** What became of a business's webhooks, and sending them again. */
@Path("/api/webhooks/deliveries")
@Authenticated
@Produces(MediaType.APPLICATION_JSON)
public class DeliveryResource {
    private static final String STATES = "pending|sending|delivered|exhausted|superseded|withheld";

    private final Caller caller;
    private final Deliveries deliveries;
    private final ResendDelivery resendDelivery;

    DeliveryResource(Caller caller, Deliveries deliveries, ResendDelivery resendDelivery) {
        this.caller = caller;
        this.deliveries = deliveries;
        this.resendDelivery = resendDelivery;
    }

    @GET
    public Page<Delivery> list(
            @QueryParam("businessId") String businessId,
            @QueryParam("callSid") String callSid,
            @QueryParam("endpoint") String endpointId,
            @QueryParam("state") @Pattern(regexp = STATES) String state,
            @QueryParam("cursor") String cursor,
            @QueryParam("limit") @DefaultValue(Page.USUAL_LIMIT) @Min(1) @Max(Page.MOST) int limit) {
        String visible = Scope.of(caller, businessId).orElse(null);
        return deliveries.page(new DeliveryFilter(visible, callSid, endpointId, state), Cursor.read(cursor), limit);
    }

    @GET
    @Path("{id}")
    public WithPayload get(String id) {
        Delivery delivery = visible(id);
        return new WithPayload(delivery, deliveries.payload(delivery.id()));
    }

    @GET
    @Path("{id}/attempts")
    public Attempts attempts(String id) {
        return new Attempts(deliveries.attempts(visible(id).id()));
    }

    @POST
    @Path("{id}/resend")
    public Response resend(String id) {
        resendDelivery.resend(visible(id));
        return Response.accepted(visible(id)).build();
    }

    private Delivery visible(String id) {
        return deliveries
                .find(id)
                .filter(delivery -> caller.maySee(delivery.businessId()))
                .orElseThrow(() -> Problem.notFound("There is no such delivery."));
    }

    /** A delivery and the JSON that it carries. */
    record WithPayload(
            @JsonUnwrapped Delivery delivery, @JsonRawValue String payload) {}

    /** All attempts at a delivery: never more than the schedule and what was asked for by hand. */
    record Attempts(List<Attempt> items) {}
}
