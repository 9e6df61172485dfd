package io.aftercall.dispatcher.endpoint;

import static io.aftercall.dispatcher.Dispatcher.asAdmin;
import static io.aftercall.dispatcher.Dispatcher.asBusiness;
import static io.aftercall.dispatcher.Dispatcher.awaitState;
import static io.aftercall.dispatcher.Dispatcher.createEndpoint;
import static io.aftercall.dispatcher.Dispatcher.summarized;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import io.aftercall.dispatcher.CapturedLog;
import io.aftercall.dispatcher.Dispatcher;
import io.aftercall.dispatcher.SampleCalls;
import io.aftercall.embedded.crm.Answer;
import io.aftercall.embedded.crm.CrmReceiver;
import io.aftercall.embedded.junit.EmbeddedStack;
import io.aftercall.embedded.junit.Tokens;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithTestResource(EmbeddedStack.class)
class EndpointResourceTest {
    private static final String ENDPOINTS = "/api/webhooks/endpoints";
    private static final String LOCAL = "http://127.0.0.1:9/hook";

    @Inject
    Jdbi jdbi;

    private final String business = Dispatcher.newBusiness();

    @Test
    void aCreatedEndpointTellsItsSecretOnce() {
        String id = asAdmin()
                .body(wanted(business, LOCAL))
                .post(ENDPOINTS)
                .then()
                .statusCode(201)
                .header("Location", containsString(ENDPOINTS + "/ep_"))
                .body("id", startsWith("ep_"))
                .body("secret", matchesPattern("whsec_[A-Za-z0-9+/]{43}="))
                .body("businessId", is(business))
                .body("url", is(LOCAL))
                .body("directions", contains("inbound", "outbound"))
                .body("eventTypes", contains("call.completed"))
                .body("enabled", is(true))
                .extract()
                .path("id");

        asAdmin()
                .get(ENDPOINTS + "/" + id)
                .then()
                .statusCode(200)
                .body("$", not(org.hamcrest.Matchers.hasKey("secret")));
        asAdmin()
                .queryParam("businessId", business)
                .get(ENDPOINTS)
                .then()
                .statusCode(200)
                .body("items.id", contains(id))
                .body("next", nullValue())
                .body("items[0]", not(org.hamcrest.Matchers.hasKey("secret")));
    }

    @Test
    void theSecretIsNeitherInTheDatabaseNorInTheLog() {
        try (CrmReceiver crm = CrmReceiver.start();
                CapturedLog log = CapturedLog.start()) {
            Dispatcher.Created created = createEndpoint(business, crm.url("/hook"));
            crm.register("/hook", created.secret());
            crm.answerNext(4, Answer.status(500).withBody("echo: I live in Chicago."));
            String callSid = SampleCalls.newCallSid();

            summarized(callSid, 1, business);

            awaitState(callSid, 1, "exhausted");
            byte[] key = Base64.getDecoder().decode(created.secret().substring("whsec_".length()));
            byte[] stored = jdbi.withHandle(
                    handle -> handle.createQuery("SELECT sealed FROM endpoint_secret WHERE endpoint_id = :id")
                            .bind("id", created.id())
                            .mapTo(byte[].class)
                            .one());
            assertThat(new String(stored, StandardCharsets.ISO_8859_1))
                    .doesNotContain(new String(key, StandardCharsets.ISO_8859_1));
            String signature = crm.received().get(0).header("webhook-signature");
            assertThat(log.text())
                    .contains("exhausted")
                    .doesNotContain(created.secret().substring("whsec_".length()))
                    .doesNotContain(signature.substring(3))
                    .doesNotContain("Chicago")
                    .doesNotContain("+1312555");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "nonsense",
                "ftp://example.com/",
                "https:///hook",
                "https://user:pass@example.com/",
                "https://example.com/#part",
                "https://example.com:70000/",
                "http://example.invalid/hook",
                "http://93.184.216.34/hook",
                "https://10.0.0.1/hook",
                "https://169.254.169.254/latest/meta-data",
                "https://[fd00::1]/hook",
                "https://[::ffff:10.0.0.1]/hook",
                "https://192.168.1.1:8443/hook",
            })
    void aUrlThatCouldNeverGetAWebhookIsRefused(String url) {
        asAdmin()
                .body(wanted(business, url))
                .post(ENDPOINTS)
                .then()
                .statusCode(400)
                .contentType("application/problem+json");
    }

    @Test
    void aPublicHttpsUrlIsTakenEvenIfItDoesNotResolveYet() {
        createEndpoint(business, "https://crm.invalid/hook");
        createEndpoint(business, "https://93.184.216.34/hook");
    }

    @ParameterizedTest
    @CsvSource({
        "directions, sideways",
        "directions, ",
        "eventTypes, call.exploded",
        "eventTypes, ",
    })
    void unknownOrMissingChoicesAreRefused(String field, String value) {
        Map<String, Object> body = wanted(business, LOCAL);
        body.put(field, value == null ? List.of() : List.of(value));

        asAdmin()
                .body(body)
                .post(ENDPOINTS)
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body(containsString(field));
    }

    @Test
    void anAdminMustNameTheBusiness() {
        Map<String, Object> body = wanted(business, LOCAL);
        body.remove("businessId");

        asAdmin().body(body).post(ENDPOINTS).then().statusCode(400).body("detail", containsString("businessId"));
    }

    @Test
    void aBusinessSeesAndMakesOnlyItsOwn() {
        String stranger = Dispatcher.newBusiness();
        String foreign = createEndpoint(stranger, LOCAL).id();
        Map<String, Object> unnamed = wanted(business, LOCAL);
        unnamed.remove("businessId");

        String own = asBusiness(business)
                .body(unnamed)
                .post(ENDPOINTS)
                .then()
                .statusCode(201)
                .body("businessId", is(business))
                .extract()
                .path("id");

        asBusiness(business).get(ENDPOINTS).then().statusCode(200).body("items.id", contains(own));
        asBusiness(business).get(ENDPOINTS + "/" + own).then().statusCode(200);
        asBusiness(business).get(ENDPOINTS + "/" + foreign).then().statusCode(404);
        asBusiness(business).delete(ENDPOINTS + "/" + foreign).then().statusCode(404);
        asBusiness(business)
                .queryParam("businessId", stranger)
                .get(ENDPOINTS)
                .then()
                .statusCode(404);
        asBusiness(business)
                .body(wanted(stranger, LOCAL))
                .post(ENDPOINTS)
                .then()
                .statusCode(404);
        asBusiness(stranger).get(ENDPOINTS + "/" + foreign).then().statusCode(200);
    }

    @Test
    void nobodyGetsInWithoutAToken() {
        given().get(ENDPOINTS).then().statusCode(401);
        given().header("Authorization", "Bearer " + Tokens.expired())
                .get(ENDPOINTS)
                .then()
                .statusCode(401);
    }

    @Test
    void aDeletedEndpointIsGoneAndItsDeliveriesStayToBeSeen() {
        try (CrmReceiver crm = CrmReceiver.start()) {
            Dispatcher.Created created = createEndpoint(business, crm.url("/hook"));
            crm.answerNext(1, Answer.retryAfter(503, Duration.ofSeconds(60)));
            String callSid = SampleCalls.newCallSid();
            summarized(callSid, 1, business);
            awaitState(callSid, 1, "pending");

            asAdmin().delete(ENDPOINTS + "/" + created.id()).then().statusCode(204);

            asAdmin().get(ENDPOINTS + "/" + created.id()).then().statusCode(404);
            asAdmin().delete(ENDPOINTS + "/" + created.id()).then().statusCode(404);
            asAdmin().queryParam("businessId", business).get(ENDPOINTS).then().body("items.size()", is(0));
            assertThat(awaitState(callSid, 1, "withheld")).containsEntry("endpointId", created.id());
            assertThat(crm.received(callSid)).hasSize(1);
        }
    }

    @Test
    void aListIsReadPageByPage() {
        List<String> created = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            created.add(0, createEndpoint(business, LOCAL).id());
        }

        List<String> read = new ArrayList<>();
        String cursor = "";
        for (int page = 0; cursor != null; page++) {
            var answer = asBusiness(business)
                    .queryParam("limit", 2)
                    .queryParam("cursor", cursor)
                    .get(ENDPOINTS)
                    .then()
                    .statusCode(200)
                    .extract();
            assertThat(page).isLessThan(3);
            read.addAll(answer.path("items.id"));
            cursor = answer.path("next");
        }

        assertThat(read).isEqualTo(created);
        asAdmin().queryParam("cursor", "made-up").get(ENDPOINTS).then().statusCode(400);
        asAdmin().queryParam("limit", 201).get(ENDPOINTS).then().statusCode(400);
    }

    private static Map<String, Object> wanted(String businessId, String url) {
        return new HashMap<>(Map.of(
                "businessId",
                businessId,
                "url",
                url,
                "directions",
                List.of("inbound", "outbound"),
                "eventTypes",
                List.of("call.completed")));
    }
}
