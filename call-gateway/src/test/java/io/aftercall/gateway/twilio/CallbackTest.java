package io.aftercall.gateway.twilio;

import static org.assertj.core.api.Assertions.assertThat;

import io.aftercall.gateway.AgainstRealParts;
import io.aftercall.gateway.Gateway;
import io.aftercall.gateway.PlayedCall;
import io.aftercall.gateway.Twilio;
import io.aftercall.gateway.Twilio.Callback;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What comes in from outside: only what is provably Twilio's is kept, and nothing makes the gateway fail. */
@QuarkusTest
@AgainstRealParts
class CallbackTest {

    @Inject
    Gateway gateway;

    private final PlayedCall call = PlayedCall.toNobody();

    @ParameterizedTest
    @ValueSource(strings = {Twilio.TOKEN, Twilio.SECONDARY_TOKEN})
    void aCallbackSignedWithEitherTokenIsKept(String token) {
        int status = Twilio.post(call.completed(), token);

        assertThat(status).isEqualTo(204);
        assertThat(gateway.row(call.sid())).containsEntry("call_status", "completed");
        assertThat(gateway.count("twilio_callback", call.sid())).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({"/twilio/recording", "/webhook/recording", "/twilio/recording?tenant=a%20b&x=%2B1"})
    void aRecordingCallbackIsKeptUnderEveryAddress(String target) {
        Callback recorded = call.recorded(PlayedCall.randomSid("RE"), 36).at(target);

        assertThat(Twilio.post(recorded)).isEqualTo(204);
        assertThat(gateway.row(call.sid())).containsEntry("recording_count", 1);
    }

    @Test
    void anUnsignedCallbackIsRefusedAndNothingIsStored() {
        String body = "CallSid=" + call.sid() + "&AccountSid=" + Twilio.ACCOUNT + "&CallStatus=completed";

        assertThat(Twilio.post("/twilio/status", body, null)).isEqualTo(403);
        assertThat(Twilio.post("/twilio/status", body, "bm90IGEgc2lnbmF0dXJl")).isEqualTo(403);
        assertNothingStored();
    }

    @Test
    void aCallbackSignedForAnotherAccountOrAddressIsRefused() {
        assertThat(Twilio.post(call.completed(), "token-of-another-account")).isEqualTo(403);
        assertThat(Twilio.post(call.completed().with("AccountSid", "AC99999999999999999999999999999999")))
                .isEqualTo(403);
        String signature = Twilio.sign("/twilio/status", call.completed().parameters());
        assertThat(Twilio.post("/twilio/status?x=1", call.completed().body(), signature))
                .isEqualTo(403);
        assertNothingStored();
    }

    @Test
    void aChangedCallbackIsRefused() {
        String signature = Twilio.sign("/twilio/status", call.completed().parameters());
        Callback changed = call.completed().with("CallDuration", "9999");

        assertThat(Twilio.post("/twilio/status", changed.body(), signature)).isEqualTo(403);
        assertNothingStored();
    }

    @Test
    void signedNonsenseIsRefusedAndNothingIsStored() {
        assertThat(Twilio.post(call.completed().without("CallSid"))).isEqualTo(400);
        assertThat(Twilio.post(call.completed().with("CallSid", "'; DROP TABLE call_log; --")))
                .isEqualTo(400);
        assertThat(Twilio.post(call.recording("RE1", "completed"))).isEqualTo(400);
        assertNothingStored();
    }

    @Test
    void whatIsOddInASignedCallbackIsKeptAsReceivedAndIgnored() {
        Callback odd = call.completed()
                .with("CallDuration", "NaN")
                .with("Timestamp", "yesterday")
                .with("From", "${jndi:ldap://x}'\"<script>" + "x".repeat(3_000))
                .with("NewParameter", "漢字 🎉");

        assertThat(Twilio.post(odd)).isEqualTo(204);
        assertThat(gateway.row(call.sid()))
                .containsEntry("call_status", "completed")
                .containsEntry("duration", null);
    }

    @Test
    void anotherContentTypeOrMethodIsRefused() {
        gateway.admin()
                .contentType("application/json")
                .body("{}")
                .post("/twilio/status")
                .then()
                .statusCode(415);
        gateway.admin().get("/twilio/status").then().statusCode(405);
    }

    @Test
    void hugeBodiesAreRefused() {
        assertThat(Twilio.post(call.completed().with("Filler", "x".repeat(70_000))))
                .isEqualTo(413);
        assertNothingStored();
    }

    @Test
    void noHostileBodyMakesTheGatewayFail() {
        Random random = new Random(11);
        String[] pieces = {
            "CallSid=",
            call.sid(),
            "&",
            "=",
            "%",
            "%00",
            "%zz",
            "%ff",
            "AccountSid=" + Twilio.ACCOUNT,
            "'--",
            "ñ",
            "{{7*7}}",
            "&CallSid[]=1",
            "RecordingStatus=completed",
            "\u0001",
            "a".repeat(2_000)
        };
        for (int round = 0; round < 300; round++) {
            StringBuilder body = new StringBuilder();
            for (int piece = random.nextInt(12); piece > 0; piece--) {
                body.append(pieces[random.nextInt(pieces.length)]);
            }
            String target = random.nextBoolean() ? "/twilio/status" : "/twilio/recording";

            assertThat(Twilio.post(target, body.toString(), random.nextBoolean() ? "c2lnbmVk" : null))
                    .isBetween(400, 499);
        }
        assertNothingStored();
    }

    @Test
    void aRepeatedParameterIsSignedTheWayTwilioSignsIt() {
        Map<String, String> signedAs = new HashMap<>(call.completed().parameters());
        // Twilio appends name and value once for each distinct value: as if this one value were theirs run together.
        signedAs.put("Extra", "aExtrab");
        String signature = Twilio.sign("/twilio/status", signedAs);

        assertThat(Twilio.post("/twilio/status", call.completed().body() + "&Extra=b&Extra=a", signature))
                .isEqualTo(204);
    }

    private void assertNothingStored() {
        assertThat(gateway.row(call.sid())).isEmpty();
        assertThat(gateway.count("twilio_callback", call.sid())).isZero();
    }
}
