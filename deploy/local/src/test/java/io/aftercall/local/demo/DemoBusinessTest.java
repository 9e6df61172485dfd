package io.aftercall.local.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.aftercall.embedded.twilio.SampleCall;
import io.aftercall.local.api.ApiFailure;
import io.aftercall.local.api.StubGateway;
import io.aftercall.local.sandbox.SandboxClient;
import io.aftercall.local.sandbox.TestSandbox;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DemoBusinessTest {

    @TempDir
    Path folder;

    private StubGateway gateway;
    private TestSandbox sandbox;

    @BeforeEach
    void start() throws IOException {
        gateway = new StubGateway();
        sandbox = TestSandbox.start();
    }

    @AfterEach
    void stop() {
        gateway.close();
        sandbox.close();
    }

    @Test
    void knowsEveryCityAndServiceOfTheSamples() {
        JsonNode business = DemoBusiness.description();

        assertThat(SampleCall.all()).allSatisfy(sample -> {
            assertThat(business.path("cities").findValuesAsText("name"))
                    .contains(sample.expected().city());
            assertThat(business.path("services").findValuesAsText("name"))
                    .contains(sample.expected().service());
        });
    }

    @Test
    void existingAlreadyIsNoError() {
        gateway.answer("POST /api/businesses", 409, "{}");

        DemoBusiness.create(gateway.api());

        assertThat(gateway.requests()).containsExactly("POST /api/businesses");
    }

    @Test
    void beingRefusedIsAnError() {
        gateway.answer("POST /api/businesses", 400, "{}");

        assertThatThrownBy(() -> DemoBusiness.create(gateway.api())).isInstanceOf(ApiFailure.class);
    }

    @Test
    void theSameEndpointServesAgain() {
        endpointIsCreatedAs("ep_1");
        gateway.answer("GET /api/webhooks/endpoints/ep_1", 200, "{\"enabled\":true}");

        connect();
        connect();

        assertThat(gateway.requests())
                .containsExactly("POST /api/webhooks/endpoints", "GET /api/webhooks/endpoints/ep_1");
    }

    @Test
    void anEndpointThatIsGoneOrDisabledIsReplaced() {
        endpointIsCreatedAs("ep_1");
        connect();
        endpointIsCreatedAs("ep_2");
        connect();

        gateway.answer("GET /api/webhooks/endpoints/ep_2", 200, "{\"enabled\":false}");
        gateway.answer("DELETE /api/webhooks/endpoints/ep_2", 204, "");
        connect();

        assertThat(gateway.requests())
                .filteredOn(request -> !request.startsWith("GET"))
                .isEqualTo(List.of(
                        "POST /api/webhooks/endpoints",
                        "DELETE /api/webhooks/endpoints/ep_1",
                        "POST /api/webhooks/endpoints",
                        "DELETE /api/webhooks/endpoints/ep_2",
                        "POST /api/webhooks/endpoints"));
    }

    private void connect() {
        DemoBusiness.connectReceiver(gateway.api(), sandbox.client(), folder.resolve("endpoint.json"));
    }

    private void endpointIsCreatedAs(String id) {
        SandboxClient client = sandbox.client();
        gateway.answer(
                "POST /api/webhooks/endpoints",
                201,
                "{\"id\":\"%s\",\"url\":\"%s\",\"secret\":\"whsec_c2VjcmV0c2VjcmV0c2VjcmV0\"}"
                        .formatted(id, client.receiverUrl("/hooks/lakeside")));
    }
}
