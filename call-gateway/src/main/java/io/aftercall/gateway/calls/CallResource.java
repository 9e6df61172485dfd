package io.aftercall.gateway.calls;

import io.aftercall.chassis.problem.Problem;
import io.aftercall.chassis.token.Caller;
import io.aftercall.events.Stage;
import io.aftercall.gateway.Page;
import io.aftercall.gateway.calllog.EraseCall;
import io.aftercall.gateway.calllog.ReprocessCall;
import io.quarkus.security.Authenticated;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Calls. A business sees its own; to it, any other does not exist. */
@Path("/api/calls")
@Authenticated
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Calls")
public class CallResource {

    private static final String CALL_SID = "{callSid:CA[0-9a-fA-F]{32}}";

    private final Calls calls;
    private final ReadTimeline readTimeline;
    private final ReprocessCall reprocessCall;
    private final EraseCall eraseCall;
    private final Caller caller;

    CallResource(
            Calls calls, ReadTimeline readTimeline, ReprocessCall reprocessCall, EraseCall eraseCall, Caller caller) {
        this.calls = calls;
        this.readTimeline = readTimeline;
        this.reprocessCall = reprocessCall;
        this.eraseCall = eraseCall;
        this.caller = caller;
    }

    @GET
    @Operation(summary = "Calls, newest first")
    public Page<ListedCall> list(@BeanParam CallQuery query) {
        CallFilter filter = query.filter();
        if (filter.businessId() != null && !caller.maySee(filter.businessId())) {
            throw Problem.notFound("There is no such business.");
        }
        return calls.list(
                caller.isAdmin()
                        ? filter
                        : filter.forBusiness(caller.businessId()
                                .orElseThrow(() -> Problem.forbidden("This token speaks for no business."))));
    }

    @GET
    @Path(CALL_SID)
    @Operation(summary = "One call with everything that is known of it")
    public FullCall find(@PathParam("callSid") String callSid) {
        return calls.find(callSid)
                .filter(call -> caller.maySee(call.businessId()))
                .orElseThrow(() -> Problem.notFound("There is no such call."));
    }

    @GET
    @Path(CALL_SID + "/timeline")
    @Operation(summary = "Everything that happened to a call: callbacks, stages, attempts, errors")
    public CallTimeline timeline(@PathParam("callSid") String callSid) {
        return readTimeline.read(find(callSid));
    }

    @POST
    @Path(CALL_SID + "/reprocess")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Send a call through its stages once more, from one of them on")
    @APIResponse(responseCode = "202", description = "It has begun, as this revision")
    @APIResponse(responseCode = "409", description = "The call has not ended yet")
    public Response reprocess(@PathParam("callSid") String callSid, @NotNull @Valid WhereFrom where) {
        find(callSid);
        int revision = reprocessCall.reprocess(callSid, where.from());
        return Response.accepted(new Begun(callSid, revision)).build();
    }

    @DELETE
    @Path(CALL_SID)
    @Operation(summary = "Erase a call here and in every service, for good")
    @APIResponse(responseCode = "204", description = "It is erased here; the other services follow within moments")
    public void erase(@PathParam("callSid") String callSid) {
        find(callSid);
        if (!eraseCall.erase(callSid)) {
            throw Problem.notFound("There is no such call.");
        }
    }

    /** The first stage that is to work anew. */
    public record WhereFrom(@NotNull Stage from) {}

    /** A revision that has begun. */
    public record Begun(String callSid, int revision) {}
}
