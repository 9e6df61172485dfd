package io.aftercall.recording;

import io.aftercall.embedded.twilio.SampleCall;
import io.aftercall.embedded.twilio.WavAudio;
import java.nio.charset.StandardCharsets;

/** Audio to play with, and what only pretends to be. */
public final class Samples {

    private Samples() {}

    /** 36.58 s, two channels, 8 kHz. */
    public static byte[] stereo() {
        return sample("inbound-plumber-chicago").bytes();
    }

    /** About 10 s, one channel, 8 kHz. */
    public static byte[] mono() {
        return sample("inbound-mono-voicemail").bytes();
    }

    /** Another one of two channels. */
    public static byte[] otherStereo() {
        return sample("outbound-followup-denver").bytes();
    }

    /** Text that goes by the name of a recording. */
    public static byte[] text() {
        return "This is not the recording you are looking for.\n".repeat(200).getBytes(StandardCharsets.UTF_8);
    }

    private static WavAudio sample(String name) {
        return SampleCall.named(name).audio();
    }
}
