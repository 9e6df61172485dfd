package io.aftercall.chassis.token;

import io.aftercall.chassis.problem.Problem;
import jakarta.enterprise.context.RequestScoped;
import java.util.Optional;
import org.eclipse.microprofile.jwt.JsonWebToken;

/**
 * Who makes this request: an admin, who sees everything, or one business, which sees its own and gets 404 for anything
 * else. A token that is neither sees nothing.
 */
@RequestScoped
public class Caller {

    /** The role that sees every business. */
    public static final String ADMIN = "admin";

    /** The role that sees one business, named by the claim {@link #BUSINESS_ID}. */
    public static final String BUSINESS = "business";

    /** The claim that names the business of a {@link #BUSINESS} token. */
    public static final String BUSINESS_ID = "business_id";

    private final JsonWebToken token;

    Caller(JsonWebToken token) {
        this.token = token;
    }

    /** Whether the caller sees every business. */
    public boolean isAdmin() {
        return token.getGroups() != null && token.getGroups().contains(ADMIN);
    }

    /** The business the caller is; empty for an admin. */
    public Optional<String> businessId() {
        if (isAdmin() || token.getGroups() == null || !token.getGroups().contains(BUSINESS)) {
            return Optional.empty();
        }
        return Optional.ofNullable(token.getClaim(BUSINESS_ID));
    }

    /**
     * Whether the caller may see what belongs to {@code businessId}.
     *
     * @param businessId null for what belongs to nobody yet, which only an admin sees
     */
    public boolean maySee(String businessId) {
        return isAdmin()
                || businessId != null && businessId().filter(businessId::equals).isPresent();
    }

    /**
     * Lets only an admin past.
     *
     * @throws io.quarkiverse.resteasy.problem.HttpProblem 403 for anybody else
     */
    public void requireAdmin() {
        if (!isAdmin()) {
            throw Problem.forbidden("This needs an admin token.");
        }
    }
}
