package io.aftercall.gateway.frontdoor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.notNullValue;

import io.aftercall.embedded.junit.Tokens;
import io.aftercall.gateway.AgainstRealParts;
import io.aftercall.gateway.Backends;
import io.aftercall.gateway.Gateway;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.junit.jupiter.api.Test;

@QuarkusTest
@AgainstRealParts
class FrontDoorTest {

    private static final int LARGE = 20 * 1024 * 1024;

    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    @Inject
    Gateway gateway;

    @Test
    void aRequestReachesTheServiceAsItIs() {
        String token = Tokens.business("lakeside");

        gateway.as(token)
                .urlEncodingEnabled(false)
                .contentType("text/plain")
                .body("hello")
                .post("/api/recordings/echo/a%20b?x=%2B1")
                .then()
                .statusCode(200)
                .body(is("POST|/api/recordings/echo/a%20b?x=%2B1|Bearer " + token + "|hello"));
        gateway.as(token).get("/api/recordings/echo").then().statusCode(200);
    }

    @Test
    void aLargeAnswerIsStreamedThrough() throws IOException {
        HttpURLConnection connection =
                (HttpURLConnection) uri("/api/recordings/large").toURL().openConnection();

        try (InputStream body = connection.getInputStream()) {
            assertThat(connection.getContentLengthLong()).isEqualTo(LARGE);
            assertThat(body.readAllBytes()).hasSize(LARGE);
        }
    }

    @Test
    void anAnswerWithoutABodyStaysOne() {
        gateway.admin().get("/api/recordings/unchanged").then().statusCode(304);
    }

    @Test
    void anAnswerThatBreaksOffBreaksOffForTheClientToo() {
        HttpRequest request =
                HttpRequest.newBuilder(uri("/api/recordings/breaks-off")).build();

        assertThatThrownBy(() -> HTTP.send(request, HttpResponse.BodyHandlers.discarding()))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("bytes received");
    }

    @Test
    void aClientThatGoesAwayIsNoticedByTheService() throws Exception {
        HttpRequest request =
                HttpRequest.newBuilder(uri("/api/recordings/endless")).build();

        try (InputStream body =
                HTTP.send(request, HttpResponse.BodyHandlers.ofInputStream()).body()) {
            assertThat(body.readNBytes(1_000)).hasSize(1_000);
        }

        await().atMost(Duration.ofSeconds(20)).until(() -> Boolean.getBoolean(Backends.ABANDONED));
    }

    @Test
    void aServiceThatIsDownIsUnavailableAndNever502() {
        gateway.admin()
                .get("/api/webhooks/endpoints")
                .then()
                .statusCode(503)
                .contentType("application/problem+json")
                .header("Retry-After", notNullValue())
                .body("type", is("urn:aftercall:problem:unavailable"))
                .body("status", is(503));
        gateway.admin()
                .contentType("application/json")
                .body("{}")
                .post("/api/webhooks/endpoints")
                .then()
                .statusCode(503);
    }

    @Test
    void aTokenThatDoesNotHoldIsRefusedAtTheDoor() {
        gateway.as(Tokens.expired()).get("/api/recordings/echo").then().statusCode(401);
    }

    @Test
    void theDoorTellsAPersonWhatIsHere() {
        RestAssured.get("/").then().statusCode(200).contentType("text/html").body(containsString("/q/openapi"));
        RestAssured.get("/q/openapi")
                .then()
                .statusCode(200)
                .body(containsString("/api/calls/{callSid}/reprocess"))
                .body(containsString("/api/dead-letters/replay"));
        RestAssured.get("/q/health").then().statusCode(200);
    }

    private static URI uri(String path) {
        return URI.create("http://localhost:" + RestAssured.port + path);
    }
}
