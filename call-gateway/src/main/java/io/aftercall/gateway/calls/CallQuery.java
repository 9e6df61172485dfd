package io.aftercall.gateway.calls;

import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** The parameters of a list of calls, as text: each is read here, so that a wrong one is told by name. */
public class CallQuery {

    @QueryParam("from")
    @Parameter(description = "Calls that began then or later: a date (UTC) or a time, ISO 8601")
    String from;

    @QueryParam("to")
    @Parameter(description = "Calls that began before then")
    String to;

    @QueryParam("direction")
    @Parameter(description = "inbound or outbound")
    String direction;

    @QueryParam("status")
    @Parameter(description = "in_progress, ended, recording, transcribing, summarizing, processed, partial or failed")
    String status;

    @QueryParam("business")
    @Parameter(description = "The id of a business")
    String business;

    @QueryParam("number")
    @Parameter(description = "A number in full at either end of the call")
    String number;

    @QueryParam("cursor")
    @Parameter(description = "The next of the page before")
    String cursor;

    @QueryParam("limit")
    @Parameter(description = "At most so many, up to 200; 50 when left out")
    String limit;

    CallFilter filter() {
        return new CallFilter(
                CallFilter.time("from", from),
                CallFilter.time("to", to),
                CallFilter.direction(direction),
                CallFilter.status(status),
                CallFilter.business(business),
                CallFilter.number(number),
                CallFilter.cursor(cursor),
                CallFilter.limit(limit));
    }
}
