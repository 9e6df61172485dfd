package io.aftercall.chassis.token;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.is;

import io.aftercall.embedded.junit.EmbeddedStack;
import io.aftercall.embedded.junit.Tokens;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(EmbeddedStack.class)
class CallerTest {

    @Test
    void anAdminIsKnownByItsHeader() {
        given().auth()
                .oauth2(Tokens.admin())
                .get("/who-am-i")
                .then()
                .statusCode(200)
                .body(is("admin"));
    }

    @Test
    void aBusinessIsKnownByItsCookie() {
        given().cookie("aftercall", Tokens.business("lakeside"))
                .get("/who-am-i")
                .then()
                .statusCode(200)
                .body(is("lakeside"));
    }

    @Test
    void theHeaderWinsOverTheCookie() {
        given().auth()
                .oauth2(Tokens.admin())
                .cookie("aftercall", Tokens.business("lakeside"))
                .get("/who-am-i")
                .then()
                .body(is("admin"));
    }

    @Test
    void aCookieAloneChangesNothing() {
        given().cookie("aftercall", Tokens.admin()).post("/who-am-i").then().statusCode(401);
    }

    @Test
    void aBusinessIsNoAdmin() {
        given().auth()
                .oauth2(Tokens.business("lakeside"))
                .post("/who-am-i")
                .then()
                .statusCode(403)
                .contentType("application/problem+json")
                .body("type", is("urn:aftercall:problem:forbidden"));
    }

    @Test
    void nobodyGetsNothing() {
        given().get("/who-am-i").then().statusCode(401);
        given().auth().oauth2(Tokens.expired()).get("/who-am-i").then().statusCode(401);
        given().auth().oauth2("no.such.token").get("/who-am-i").then().statusCode(401);
    }
}
