package io.aftercall.gateway.twilio;

import com.twilio.security.RequestValidator;
import io.aftercall.gateway.GatewayConfig;
import io.aftercall.gateway.form.Form;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Tells Twilio's requests from everybody else's. The URL is the configured public origin and the path and query as they
 * came over the wire, so that neither a proxy nor a forged header has a say in it.
 */
@ApplicationScoped
class VerifySignature {

    private static final String HMAC = "HmacSHA1";

    private static final int HTTP = 80;
    private static final int HTTPS = 443;

    private final List<String> origins;
    private final Map<String, List<Token>> tokensByAccount;

    VerifySignature(GatewayConfig gateway, TwilioConfig twilio) {
        this.origins = originsOf(gateway.publicUrl().replaceAll("/+$", ""));
        this.tokensByAccount = twilio.accounts().values().stream()
                .collect(Collectors.toUnmodifiableMap(TwilioConfig.Account::sid, VerifySignature::tokensOf));
    }

    /** Twilio's backends do not agree on whether a port belongs into the URL: as configured, without, and its default. */
    private static List<String> originsOf(String configured) {
        URI origin = URI.create(configured);
        String path = origin.getRawPath();
        String withoutPort = origin.getScheme() + "://" + origin.getHost();
        int defaultPort = "https".equals(origin.getScheme()) ? HTTPS : HTTP;
        return Stream.of(configured, withoutPort + path, withoutPort + ":" + defaultPort + path)
                .distinct()
                .toList();
    }

    private static List<Token> tokensOf(TwilioConfig.Account account) {
        return Stream.concat(Stream.of(account.authToken()), account.secondaryAuthToken().stream())
                .map(Token::new)
                .toList();
    }

    /**
     * Whether {@code signature} was made with a token of {@code accountSid} over this very request.
     *
     * @param accountSid as the request itself says; an account that is not configured signs nothing
     * @param rawPathAndQuery as received, undecoded
     */
    boolean holds(String accountSid, String rawPathAndQuery, Form form, String signature) {
        return tokensByAccount.getOrDefault(accountSid, List.of()).stream()
                .anyMatch(token ->
                        origins.stream().anyMatch(origin -> token.signed(origin + rawPathAndQuery, form, signature)));
    }

    /** One auth token; the validator holds the key, so it is made once. */
    private static final class Token {

        private final RequestValidator validator;
        private final SecretKeySpec key;

        Token(String authToken) {
            this.validator = new RequestValidator(authToken);
            this.key = new SecretKeySpec(authToken.getBytes(StandardCharsets.UTF_8), HMAC);
        }

        boolean signed(String url, Form form, String signature) {
            return !form.hasRepeats() && validator.validate(url, single(form), signature)
                    || MessageDigest.isEqual(
                            sign(url, form).getBytes(StandardCharsets.UTF_8),
                            signature.getBytes(StandardCharsets.UTF_8));
        }

        private static Map<String, String> single(Form form) {
            Map<String, String> single = new LinkedHashMap<>();
            form.values().forEach((name, values) -> single.put(name, values.get(0)));
            return single;
        }

        /**
         * Signs the URL exactly as it stands. Twilio's validator cannot: its map has no room for a repeated name (each
         * distinct value counts once, in order), and it decodes the query of a URL that names a port.
         */
        private String sign(String url, Form form) {
            StringBuilder signed = new StringBuilder(url);
            form.values()
                    .forEach((name, values) -> new TreeSet<>(values)
                            .forEach(value -> signed.append(name).append(value)));
            try {
                Mac mac = Mac.getInstance(HMAC);
                mac.init(key);
                return Base64.getEncoder()
                        .encodeToString(mac.doFinal(signed.toString().getBytes(StandardCharsets.UTF_8)));
            } catch (GeneralSecurityException broken) {
                throw new IllegalStateException("This Java has no " + HMAC + ".", broken);
            }
        }
    }
}
