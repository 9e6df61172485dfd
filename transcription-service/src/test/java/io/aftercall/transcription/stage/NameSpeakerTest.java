package io.aftercall.transcription.stage;

import static io.aftercall.events.Direction.INBOUND;
import static io.aftercall.events.Direction.OUTBOUND;
import static org.assertj.core.api.Assertions.assertThat;

import io.aftercall.events.Speaker;
import io.aftercall.transcription.Calls;
import org.junit.jupiter.api.Test;

class NameSpeakerTest {

    private final Calls call = Calls.next();

    @Test
    void whoCallsIsOnChannelZero() {
        assertThat(NameSpeaker.on(0, 2, call.context(INBOUND, "DialVerb"))).isEqualTo(Speaker.CUSTOMER);
        assertThat(NameSpeaker.on(1, 2, call.context(INBOUND, "DialVerb"))).isEqualTo(Speaker.AGENT);
        assertThat(NameSpeaker.on(0, 2, call.context(OUTBOUND, "DialVerb"))).isEqualTo(Speaker.AGENT);
        assertThat(NameSpeaker.on(1, 2, call.context(OUTBOUND, "DialVerb"))).isEqualTo(Speaker.CUSTOMER);
    }

    @Test
    void onlyTheCustomerSpeaksInAVoicemail() {
        assertThat(NameSpeaker.on(0, 1, call.context(INBOUND, "RecordVerb"))).isEqualTo(Speaker.CUSTOMER);
    }

    @Test
    void voicesMixedIntoOneChannelAreNobodysInParticular() {
        assertThat(NameSpeaker.on(0, 1, call.context(INBOUND, "DialVerb"))).isEqualTo(Speaker.UNKNOWN);
        assertThat(NameSpeaker.on(0, 1, call.context(INBOUND, null))).isEqualTo(Speaker.UNKNOWN);
        assertThat(NameSpeaker.on(0, 1, call.context(OUTBOUND, "StartCallRecordingAPI")))
                .isEqualTo(Speaker.UNKNOWN);
    }
}
