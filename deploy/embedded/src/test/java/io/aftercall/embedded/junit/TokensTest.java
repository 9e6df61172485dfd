package io.aftercall.embedded.junit;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.security.KeyFactory;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.time.Instant;
import java.util.Base64;
import java.util.Collections;
import org.junit.jupiter.api.Test;

class TokensTest {

    @Test
    void aTokenSaysWhoItSpeaksFor() throws Exception {
        JsonNode admin = claims(Tokens.admin());
        JsonNode business = claims(Tokens.business("lakeside"));

        assertThat(admin.path("groups").get(0).asText()).isEqualTo("admin");
        assertThat(admin.has("business_id")).isFalse();
        assertThat(business.path("groups").get(0).asText()).isEqualTo("business");
        assertThat(business.path("business_id").asText()).isEqualTo("lakeside");
        assertThat(business.path("aud").asText()).isEqualTo("aftercall");
        assertThat(business.path("exp").asLong()).isGreaterThan(Instant.now().getEpochSecond());
    }

    @Test
    void theConfiguredKeyVerifiesIt() throws Exception {
        String[] parts = Tokens.admin().split("\\.");
        String pem = Tokens.publicKeyPem().replaceAll("-----[A-Z ]+-----|\\n", "");
        Signature signature = Signature.getInstance("SHA256withECDSAinP1363Format");
        signature.initVerify(KeyFactory.getInstance("EC")
                .generatePublic(new X509EncodedKeySpec(Base64.getDecoder().decode(pem))));

        signature.update((parts[0] + "." + parts[1]).getBytes(StandardCharsets.US_ASCII));

        assertThat(signature.verify(Base64.getUrlDecoder().decode(parts[2]))).isTrue();
    }

    @Test
    void claimsCanBeSpoiled() throws Exception {
        JsonNode spoiled = claims(Tokens.with(Collections.singletonMap("aud", null)));

        assertThat(spoiled.has("aud")).isFalse();
        assertThat(claims(Tokens.expired()).path("exp").asLong())
                .isLessThan(Instant.now().getEpochSecond());
    }

    private static JsonNode claims(String token) throws Exception {
        return new ObjectMapper().readTree(Base64.getUrlDecoder().decode(token.split("\\.")[1]));
    }
}
