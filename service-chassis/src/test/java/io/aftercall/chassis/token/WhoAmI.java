package io.aftercall.chassis.token;

import io.quarkus.security.Authenticated;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;

@Path("/who-am-i")
@Authenticated
public class WhoAmI {

    private final Caller caller;

    WhoAmI(Caller caller) {
        this.caller = caller;
    }

    @GET
    public String get() {
        return caller.isAdmin() ? "admin" : caller.businessId().orElse("nobody");
    }

    @POST
    public String post() {
        caller.requireAdmin();
        return "done";
    }
}
