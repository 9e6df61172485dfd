package io.aftercall.endtoend;

import com.fasterxml.jackson.databind.JsonNode;
import io.aftercall.embedded.crm.CrmReceiver;
import io.aftercall.embedded.crm.ReceivedWebhook;
import io.aftercall.embedded.kafka.KafkaProbe;
import io.aftercall.embedded.process.Folders;
import io.aftercall.embedded.twilio.CallPlayer;
import io.aftercall.embedded.twilio.PlayedCall;
import io.aftercall.embedded.twilio.TwilioSandbox;
import io.aftercall.local.api.AftercallApi;
import io.aftercall.local.api.ApiFailure;
import io.aftercall.local.demo.DemoBusiness;
import io.aftercall.local.stack.Component;
import io.aftercall.local.stack.Credentials;
import io.aftercall.local.stack.LocalStack;
import io.aftercall.local.stack.StackProgress;
import io.aftercall.local.stack.StackSettings;
import io.aftercall.local.stack.StackSettings.Twilio;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The packaged services on a real PostgreSQL and a real Kafka, with a Twilio and a CRM of this JVM around them. Their
 * logs are in {@code target/stack/logs}.
 */
final class WholeSystem implements AutoCloseable {

    /** How long a call may take from its last callback to its webhook, on a busy machine. */
    static final Duration PATIENCE = Duration.ofMinutes(3);

    private static final String HOOK = "/hooks/lakeside";
    private static final int NOT_FOUND = 404;

    /** What a killed process held is taken over, and what failed is tried again, within seconds. */
    private static final Map<String, String> IMPATIENT = Map.of(
            "AFTERCALL_WORK_HEARTBEAT", "1s",
            "AFTERCALL_RECORDING_ATTEMPT_DELAYS", "1s,1s,2s,4s,8s,16s",
            "AFTERCALL_WEBHOOK_RETRY_DELAYS", "0s,1s,1s,2s,4s,8s,16s");

    private final TwilioSandbox twilio;
    private final CrmReceiver crm;
    private final LocalStack stack;
    private final KafkaProbe kafka;
    private final AftercallApi api;

    private WholeSystem(TwilioSandbox twilio, CrmReceiver crm, LocalStack stack, KafkaProbe kafka, AftercallApi api) {
        this.twilio = twilio;
        this.crm = crm;
        this.stack = stack;
        this.kafka = kafka;
        this.api = api;
    }

    /** Starts everything with empty databases and the demo business, whose webhooks go to {@link #crm()}. */
    static WholeSystem start() {
        Path checkout = Path.of(System.getProperty("aftercall.checkout"));
        Path folder = checkout.resolve("deploy/end-to-end/target/stack");
        TwilioSandbox twilio = TwilioSandbox.start();
        CrmReceiver crm = CrmReceiver.start();
        Twilio account = new Twilio(
                twilio.baseUrl(), twilio.account().sid(), twilio.account().authToken());
        LocalStack stack = new LocalStack(StackSettings.forTest(folder, checkout, account, IMPATIENT));
        stack.stop(StackProgress.NONE);
        Folders.delete(folder);
        stack.start(StackProgress.NONE);
        Credentials credentials = stack.credentials();
        AftercallApi api = new AftercallApi(credentials.gateway(), credentials.clientId(), credentials.clientSecret());
        DemoBusiness.create(api);
        JsonNode endpoint = api.post("/api/webhooks/endpoints", DemoBusiness.endpoint(crm.url(HOOK)));
        crm.register(HOOK, endpoint.path("secret").asText());
        KafkaProbe kafka =
                new KafkaProbe("127.0.0.1:" + stack.port(Component.KAFKA).orElseThrow());
        return new WholeSystem(twilio, crm, stack, kafka, api);
    }

    LocalStack stack() {
        return stack;
    }

    TwilioSandbox twilio() {
        return twilio;
    }

    CrmReceiver crm() {
        return crm;
    }

    KafkaProbe kafka() {
        return kafka;
    }

    AftercallApi api() {
        return api;
    }

    /** Plays calls to the gateway, signed as Twilio signs. */
    CallPlayer player() {
        Credentials credentials = stack.credentials();
        return CallPlayer.to(twilio, credentials.gateway(), credentials.publicUrl());
    }

    /** What the API says of a call; empty if it knows none. */
    Optional<JsonNode> call(String callSid) {
        try {
            return Optional.of(api.get("/api/calls/" + callSid));
        } catch (ApiFailure refused) {
            if (refused.status() == NOT_FOUND) {
                return Optional.empty();
            }
            throw refused;
        }
    }

    /** Waits for the call's webhook, verified by an implementation that is not ours. */
    ReceivedWebhook delivered(PlayedCall call) {
        return delivered(call.callSid());
    }

    /** Waits for the call's webhook, verified by an implementation that is not ours. */
    ReceivedWebhook delivered(String callSid) {
        try {
            return crm.awaitCall(callSid, PATIENCE);
        } catch (IllegalStateException e) {
            throw new AssertionError(
                    "No webhook of %s. What the API says of it: %s"
                            .formatted(
                                    callSid,
                                    call(callSid).map(JsonNode::toString).orElse("unknown")),
                    e);
        }
    }

    /** The ids of every webhook message that came about a call; attempts at one message share theirs. */
    Set<String> messages(String callSid) {
        return crm.received(callSid).stream().map(ReceivedWebhook::webhookId).collect(Collectors.toSet());
    }

    @Override
    public void close() {
        kafka.close();
        stack.close();
        crm.close();
        twilio.close();
    }
}
