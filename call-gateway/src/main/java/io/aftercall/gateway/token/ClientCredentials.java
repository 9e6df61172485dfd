package io.aftercall.gateway.token;

import io.aftercall.gateway.form.Form;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

/** Who a client says it is, and its proof: from HTTP Basic, else from the form (RFC 6749, section 2.3.1). */
record ClientCredentials(String id, String secret) {

    private static final String BASIC = "Basic ";
    private static final int LONGEST = 500;

    static Optional<ClientCredentials> read(String authorization, Form form) {
        if (authorization != null && authorization.regionMatches(true, 0, BASIC, 0, BASIC.length())) {
            return fromBasic(authorization.substring(BASIC.length()).strip());
        }
        return of(
                form.value("client_id").orElse(null),
                form.value("client_secret").orElse(null));
    }

    private static Optional<ClientCredentials> fromBasic(String encoded) {
        try {
            String pair = new String(Base64.getDecoder().decode(encoded), StandardCharsets.UTF_8);
            int colon = pair.indexOf(':');
            return colon < 0 ? Optional.empty() : of(pair.substring(0, colon), pair.substring(colon + 1));
        } catch (IllegalArgumentException notBase64) {
            return Optional.empty();
        }
    }

    private static Optional<ClientCredentials> of(String id, String secret) {
        return isUsable(id) && isUsable(secret) ? Optional.of(new ClientCredentials(id, secret)) : Optional.empty();
    }

    private static boolean isUsable(String text) {
        return text != null && !text.isEmpty() && text.length() <= LONGEST && text.indexOf('\0') < 0;
    }
}
