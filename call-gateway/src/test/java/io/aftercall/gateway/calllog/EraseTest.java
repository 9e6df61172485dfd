package io.aftercall.gateway.calllog;

import static org.assertj.core.api.Assertions.assertThat;

import io.aftercall.events.CallErased;
import io.aftercall.events.EventTypes;
import io.aftercall.gateway.AgainstRealParts;
import io.aftercall.gateway.Gateway;
import io.aftercall.gateway.PlayedCall;
import io.aftercall.gateway.Twilio;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;

@QuarkusTest
@AgainstRealParts
class EraseTest {

    @Inject
    Gateway gateway;

    private final PlayedCall call = PlayedCall.toNobody();

    @Test
    void nothingOfAnErasedCallRemainsAndEveryServiceIsTold() {
        call.life(PlayedCall.randomSid("RE")).forEach(Twilio::post);

        erase();

        assertThat(gateway.row(call.sid())).isEmpty();
        assertThat(gateway.count("twilio_callback", call.sid())).isZero();
        assertThat(gateway.count("tombstone", call.sid())).isEqualTo(1);
        assertThat(gateway.published(EventTypes.CALL_ERASED, call.sid()))
                .singleElement()
                .returns(1, CallErased::revision);
        gateway.admin().get("/api/calls/" + call.sid()).then().statusCode(404);
        gateway.admin().delete("/api/calls/" + call.sid()).then().statusCode(404);
    }

    @Test
    void aCallbackThatComesAfterTheErasureBringsNothingBack() {
        Twilio.post(call.ringing());
        erase();

        assertThat(Twilio.post(call.ringing())).isEqualTo(204);
        assertThat(Twilio.post(call.completed())).isEqualTo(204);

        assertThat(gateway.row(call.sid())).isEmpty();
        assertThat(gateway.count("twilio_callback", call.sid())).isZero();
    }

    @Test
    void theLegsACallDialledGoWithIt() {
        PlayedCall known = PlayedCall.toNobody();
        PlayedCall late = PlayedCall.toNobody();
        Twilio.post(call.ringing());
        Twilio.post(known.ringing().with("ParentCallSid", call.sid()));

        erase();
        Twilio.post(known.completed().with("ParentCallSid", call.sid()));
        Twilio.post(late.completed().with("ParentCallSid", call.sid()));

        assertThat(gateway.row(known.sid())).isEmpty();
        assertThat(gateway.row(late.sid())).isEmpty();
    }

    private void erase() {
        gateway.admin().delete("/api/calls/" + call.sid()).then().statusCode(204);
    }
}
