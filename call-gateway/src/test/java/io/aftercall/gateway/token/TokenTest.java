package io.aftercall.gateway.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.aftercall.embedded.junit.Tokens;
import io.aftercall.gateway.AgainstRealParts;
import io.aftercall.gateway.Gateway;
import io.aftercall.gateway.Gateway.TestBusiness;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;
import org.jose4j.keys.resolvers.JwksVerificationKeyResolver;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@AgainstRealParts
class TokenTest {

    @Inject
    Gateway gateway;

    @Test
    void theBootstrapAdminGetsATokenThatOpensTheApi() {
        String token = token("root", "root-secret")
                .statusCode(200)
                .header("Cache-Control", "no-store")
                .body("token_type", is("Bearer"))
                .body("expires_in", is(900))
                .extract()
                .path("access_token");

        gateway.as(token).get("/api/clients").then().statusCode(200);
    }

    @Test
    void basicAuthenticationWorksToo() {
        RestAssured.given()
                .auth()
                .preemptive()
                .basic("root", "root-secret")
                .formParam("grant_type", "client_credentials")
                .post("/api/token")
                .then()
                .statusCode(200)
                .body("access_token", notNullValue());
    }

    @Test
    void theTokenCanBeCheckedWithTheKeysTheGatewayShows() throws Exception {
        String token = token("root", "root-secret").extract().path("access_token");
        String keys = RestAssured.get("/.well-known/jwks.json")
                .then()
                .statusCode(200)
                .extract()
                .asString();

        JwtClaims claims = new JwtConsumerBuilder()
                .setVerificationKeyResolver(new JwksVerificationKeyResolver(new JsonWebKeySet(keys).getJsonWebKeys()))
                .setExpectedIssuer("aftercall")
                .setExpectedAudience("aftercall")
                .setRequireExpirationTime()
                .build()
                .processToClaims(token);

        assertThat(claims.getSubject()).isEqualTo("root");
        assertThat(claims.getStringListClaimValue("groups")).containsExactly("admin");
        assertThat(keys).doesNotContain("\"d\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"root:wrong", "root:", "nobody:root-secret", ":"})
    void aWrongSecretOrClientGetsNothing(String credentials) {
        String[] parts = credentials.split(":", -1);

        token(parts[0], parts[1])
                .statusCode(401)
                .header("WWW-Authenticate", notNullValue())
                .body("error", is("invalid_client"))
                .body("access_token", nullValue());
    }

    @Test
    void anotherGrantIsRefused() {
        RestAssured.given()
                .formParam("grant_type", "password")
                .post("/api/token")
                .then()
                .statusCode(400)
                .body("error", is("unsupported_grant_type"));
        RestAssured.given()
                .contentType("application/x-www-form-urlencoded")
                .body("grant_type=%zz%00")
                .post("/api/token")
                .then()
                .statusCode(400);
    }

    @Test
    void aBusinessClientSeesItsBusinessOnlyAndItsSecretIsShownOnce() {
        TestBusiness business = gateway.newBusiness();
        Response added = gateway.admin()
                .contentType("application/json")
                .body(Map.of("name", "CRM", "role", "business", "businessId", business.id()))
                .post("/api/clients")
                .then()
                .statusCode(201)
                .extract()
                .response();
        String id = added.path("clientId");

        String token =
                token(id, added.path("clientSecret")).statusCode(200).extract().path("access_token");

        gateway.as(token).get("/api/businesses").then().body("items.id", is(List.of(business.id())));
        gateway.as(token).get("/api/clients").then().statusCode(403);
        gateway.as(token).get("/api/dead-letters").then().statusCode(403);
        gateway.admin()
                .get("/api/clients")
                .then()
                .body("items.clientId", hasItem(id))
                .body("items.clientSecret", not(hasItem(notNullValue())));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"name\":\"x\",\"role\":\"business\"}",
                "{\"name\":\"x\",\"role\":\"admin\",\"businessId\":\"lakeside\"}",
                "{\"name\":\"x\",\"role\":\"business\",\"businessId\":\"nobody\"}",
                "{\"name\":\"x\",\"role\":\"king\"}",
                "{\"name\":\"\",\"role\":\"admin\"}",
                "{}",
                "[]",
                "null"
            })
    void aClientWithoutASoundRoleIsRefused(String body) {
        gateway.admin()
                .contentType("application/json")
                .body(body)
                .post("/api/clients")
                .then()
                .statusCode(400);
    }

    @Test
    void aTokenThatDoesNotHoldOpensNothing() {
        List<String> tokens = Arrays.asList(
                Tokens.expired(),
                Tokens.with(Map.of("aud", "somebody-else")),
                Tokens.with(Map.of("iss", "somebody-else")),
                Tokens.admin().substring(0, Tokens.admin().length() - 6) + "AAAAAA",
                // Header {"alg":"none"}, with claims of an admin.
                "eyJhbGciOiJub25lIn0." + Tokens.admin().split("\\.")[1] + ".",
                "not-a-token");

        assertThat(tokens)
                .allSatisfy(token -> gateway.as(token).get("/api/calls").then().statusCode(401));
        RestAssured.get("/api/calls").then().statusCode(401);
    }

    @Test
    void aBusinessTokenThatNamesNoBusinessSeesNothing() {
        String token = Tokens.with(Map.of("groups", List.of("business")));

        gateway.as(token).get("/api/calls").then().statusCode(403);
        gateway.as(token).get("/api/businesses").then().body("items", is(List.of()));
    }

    private static ValidatableResponse token(String id, String secret) {
        RequestSpecification request = RestAssured.given()
                .formParam("grant_type", "client_credentials")
                .formParam("client_id", id)
                .formParam("client_secret", secret);
        return request.post("/api/token").then();
    }
}
