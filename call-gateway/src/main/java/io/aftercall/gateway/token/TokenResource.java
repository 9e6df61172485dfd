package io.aftercall.gateway.token;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.aftercall.chassis.problem.Problem;
import io.aftercall.gateway.form.Form;
import io.aftercall.gateway.form.MalformedForm;
import io.aftercall.gateway.token.IssueToken.TooManyAtOnce;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** OAuth 2.0 client credentials (RFC 6749, section 4.4); its errors have that standard's form. */
@Path("/api/token")
@PermitAll
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Signing in")
public class TokenResource {

    private final IssueToken issueToken;
    private final TokenConfig config;

    TokenResource(IssueToken issueToken, TokenConfig config) {
        this.issueToken = issueToken;
        this.config = config;
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(
            summary = "Trade a client's id and secret for a token of 15 minutes",
            description = "grant_type=client_credentials, with client_id and client_secret here or by HTTP Basic")
    @APIResponse(responseCode = "200", description = "A bearer token")
    @APIResponse(responseCode = "401", description = "Not a client, or not its secret")
    public Response token(@HeaderParam("Authorization") String authorization, byte[] body) {
        Form form = read(body);
        if (!form.value("grant_type").filter("client_credentials"::equals).isPresent()) {
            return answer(Status.BAD_REQUEST, new TokenError("unsupported_grant_type"));
        }
        return ClientCredentials.read(authorization, form)
                .flatMap(this::issue)
                .map(token -> answer(
                        Status.OK, new Token(token, "Bearer", config.lifetime().toSeconds())))
                .orElseGet(() -> answer(Status.UNAUTHORIZED, new TokenError("invalid_client")));
    }

    private static Form read(byte[] body) {
        try {
            return Form.parse(body);
        } catch (MalformedForm malformed) {
            throw Problem.invalid(malformed.getMessage());
        }
    }

    private Optional<String> issue(ClientCredentials client) {
        try {
            return issueToken.issue(client.id(), client.secret());
        } catch (TooManyAtOnce busy) {
            throw Problem.tooMany("Too many clients sign in at once. Try again in a few seconds.");
        }
    }

    private static Response answer(Status status, Object body) {
        Response.ResponseBuilder answer = Response.status(status).entity(body).header("Cache-Control", "no-store");
        if (status == Status.UNAUTHORIZED) {
            answer.header("WWW-Authenticate", "Basic realm=\"aftercall\"");
        }
        return answer.build();
    }

    /** RFC 6749, section 5.1. */
    public record Token(
            @JsonProperty("access_token") String accessToken,
            @JsonProperty("token_type") String tokenType,
            @JsonProperty("expires_in") long expiresIn) {}

    /** RFC 6749, section 5.2. */
    public record TokenError(String error) {}
}
