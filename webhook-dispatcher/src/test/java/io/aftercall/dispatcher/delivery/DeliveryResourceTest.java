package io.aftercall.dispatcher.delivery;

import static io.aftercall.dispatcher.Dispatcher.asAdmin;
import static io.aftercall.dispatcher.Dispatcher.asBusiness;
import static io.aftercall.dispatcher.Dispatcher.awaitState;
import static io.aftercall.dispatcher.Dispatcher.createEndpoint;
import static io.aftercall.dispatcher.Dispatcher.summarized;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.is;

import io.aftercall.dispatcher.Dispatcher;
import io.aftercall.dispatcher.SampleCalls;
import io.aftercall.embedded.crm.Answer;
import io.aftercall.embedded.crm.CrmReceiver;
import io.aftercall.embedded.junit.EmbeddedStack;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithTestResource(EmbeddedStack.class)
class DeliveryResourceTest {
    private static final String DELIVERIES = "/api/webhooks/deliveries";

    private final CrmReceiver crm = CrmReceiver.start();
    private final String business = Dispatcher.newBusiness();
    private final String callSid = SampleCalls.newCallSid();

    @AfterEach
    void stopReceiver() {
        crm.close();
    }

    @Test
    void deliveriesAreFoundByEndpointStateAndCall() {
        String good = createEndpoint(business, crm.url("/good")).id();
        String bad = createEndpoint(business, crm.url("/bad")).id();
        crm.answerWhen(webhook -> webhook.path().equals("/bad"), Answer.status(500));

        summarized(callSid, 1, business);

        awaitState(callSid, 1, "delivered");
        awaitState(callSid, 1, "exhausted");
        assertThat(endpointsOf("endpoint", good)).containsExactly(good);
        assertThat(endpointsOf("state", "exhausted")).containsExactly(bad);
        assertThat(endpointsOf("state", "delivered")).containsExactly(good);
        assertThat(endpointsOf("callSid", callSid)).containsExactlyInAnyOrder(good, bad);
        asAdmin().queryParam("state", "lost").get(DELIVERIES).then().statusCode(400);
    }

    @Test
    void oneDeliveryShowsWhatItCarries() {
        createEndpoint(business, crm.url("/hook"));
        summarized(callSid, 1, business);
        String id = (String) awaitState(callSid, 1, "delivered").get("id");

        String sent = crm.received(callSid).get(0).text();
        var answer = asBusiness(business)
                .get(DELIVERIES + "/" + id)
                .then()
                .statusCode(200)
                .body("id", is(id))
                .body("callSid", is(callSid))
                .body("payload.data.call.callSid", is(callSid))
                .extract();
        assertThat(answer.asString()).contains(sent);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/attempts"})
    void deliveriesOfOthersDoNotExist(String part) {
        createEndpoint(business, crm.url("/hook"));
        summarized(callSid, 1, business);
        Object id = awaitState(callSid, 1, "delivered").get("id");
        String stranger = Dispatcher.newBusiness();

        asBusiness(stranger).get(DELIVERIES + "/" + id + part).then().statusCode(404);
        asBusiness(stranger).post(DELIVERIES + "/" + id + "/resend").then().statusCode(404);
        asBusiness(stranger)
                .queryParam("callSid", callSid)
                .get(DELIVERIES)
                .then()
                .statusCode(200)
                .body("items.size()", is(0));
        asBusiness(business).get(DELIVERIES + "/" + id + part).then().statusCode(200);
    }

    @Test
    void aListIsReadPageByPageFromNewToOld() {
        createEndpoint(business, crm.url("/hook"));
        List<String> calls = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            calls.add(0, SampleCalls.newCallSid());
            summarized(calls.get(0), 1, business);
            awaitState(calls.get(0), 1, "delivered");
        }

        String next = asBusiness(business)
                .queryParam("limit", 3)
                .get(DELIVERIES)
                .then()
                .body("items.callSid", contains(calls.get(0), calls.get(1), calls.get(2)))
                .extract()
                .path("next");
        asBusiness(business)
                .queryParam("limit", 3)
                .queryParam("cursor", next)
                .get(DELIVERIES)
                .then()
                .body("items.callSid", contains(calls.get(3), calls.get(4)))
                .body("next", is((Object) null));
    }

    private List<String> endpointsOf(String filter, String value) {
        return asBusiness(business)
                .queryParam(filter, value)
                .get(DELIVERIES)
                .then()
                .statusCode(200)
                .extract()
                .path("items.endpointId");
    }
}
