package io.aftercall.gateway.business;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;

import io.aftercall.gateway.AgainstRealParts;
import io.aftercall.gateway.Gateway;
import io.aftercall.gateway.Gateway.TestBusiness;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@AgainstRealParts
class BusinessesApiTest {

    @Inject
    Gateway gateway;

    @Test
    void aBusinessIsAddedAndShown() {
        Map<String, Object> wanted = Map.of(
                "id", "harbour-dental",
                "name", "Harbour Dental",
                "timeZone", "Europe/London",
                "language", "en-GB",
                "phones", List.of("+44 20 7946 0018"),
                "cities", List.of(Map.of("name", "London", "synonyms", List.of("the City"))),
                "services", List.of(Map.of("name", "cleaning")));

        post(wanted)
                .statusCode(201)
                .header("Location", containsString("/api/businesses/harbour-dental"))
                .body("phones", contains("+442079460018"))
                .body("recordingMode", is("TWILIO_CALL_RECORD"));

        gateway.admin()
                .get("/api/businesses/harbour-dental")
                .then()
                .statusCode(200)
                .body("timeZone", is("Europe/London"))
                .body("cities[0].synonyms", contains("the City"))
                .body("services[0].name", is("cleaning"));
        gateway.admin().get("/api/businesses").then().body("items.id", hasItem("harbour-dental"));
    }

    @Test
    void anIdOrANumberThatIsTakenIsAConflictAndNothingIsAdded() {
        TestBusiness known = gateway.newBusiness();

        post(minimal(known.id(), "+13125559901")).statusCode(409).contentType("application/problem+json");
        post(minimal("twin-of-" + known.id(), known.phone())).statusCode(409);

        gateway.admin().get("/api/businesses/twin-of-" + known.id()).then().statusCode(404);
        assertThat(gateway.admin().get("/api/businesses/" + known.id()).<List<String>>path("phones"))
                .containsExactly(known.phone());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "[]",
                "null",
                "{",
                "7",
                "{\"id\":\"Upper Case\",\"name\":\"x\",\"phones\":[]}",
                "{\"id\":\"ok-1\",\"name\":\" \",\"phones\":[]}",
                "{\"id\":\"ok-1\",\"name\":\"x\"}",
                "{\"id\":\"ok-1\",\"name\":\"x\",\"phones\":[\"555\"]}",
                "{\"id\":\"ok-1\",\"name\":\"x\",\"phones\":[null]}",
                "{\"id\":\"ok-1\",\"name\":\"x\",\"phones\":\"+13125550100\"}",
                "{\"id\":\"ok-1\",\"name\":\"x\",\"phones\":[],\"timeZone\":\"Mars/Olympus\"}",
                "{\"id\":\"ok-1\",\"name\":\"x\",\"phones\":[],\"language\":\"not a tag\"}",
                "{\"id\":\"ok-1\",\"name\":\"x\",\"phones\":[],\"cities\":[{}]}",
                "{\"id\":\"ok-1\",\"name\":\"x\",\"phones\":[],\"cities\":[null]}",
                "{\"id\":\"ok-1\",\"name\":\"x\",\"phones\":[],\"recordingMode\":\"SOMETIMES\"}",
                "{\"id\":\"ok-1\",\"name\":\"x\\u0000y\",\"phones\":[]}"
            })
    void whatIsNotABusinessIsRefused(String body) {
        gateway.admin()
                .contentType("application/json")
                .body(body)
                .post("/api/businesses")
                .then()
                .statusCode(400);
        gateway.admin().get("/api/businesses/ok-1").then().statusCode(404);
    }

    @Test
    void onlyAnAdminAddsBusinessesAndABusinessSeesOnlyItself() {
        TestBusiness own = gateway.newBusiness();
        TestBusiness other = gateway.newBusiness();

        gateway.as(own)
                .contentType("application/json")
                .body(minimal("sneaky", "+13125559902"))
                .post("/api/businesses")
                .then()
                .statusCode(403);
        gateway.as(own).get("/api/businesses/" + other.id()).then().statusCode(404);
        gateway.as(own).get("/api/businesses/" + own.id()).then().statusCode(200);
        gateway.as(own).get("/api/businesses").then().body("items.id", contains(own.id()));
    }

    private ValidatableResponse post(Map<String, Object> business) {
        return gateway.admin()
                .contentType("application/json")
                .body(business)
                .post("/api/businesses")
                .then();
    }

    private static Map<String, Object> minimal(String id, String phone) {
        return Map.of("id", id, "name", "x", "phones", List.of(phone));
    }
}
