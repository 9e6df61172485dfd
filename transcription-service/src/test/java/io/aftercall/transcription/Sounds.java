package io.aftercall.transcription;

import io.aftercall.transcription.audio.Wav;
import java.util.Arrays;
import java.util.Random;

/** Short speech tracks for tests in which it does not matter what exactly is said. */
public final class Sounds {

    private static final int TWO_SECONDS = 64_000;

    private Sounds() {}

    /** The two seconds of a sample in which its customer says hello. */
    public static byte[] hello() {
        SampleTracks.Track customer =
                SampleTracks.of("outbound-followup-denver").tracks().get(1);
        return Wav.file(1, 1, 16_000, 16, Arrays.copyOf(customer.samples(), TWO_SECONDS));
    }

    /** Three seconds of hiss. */
    public static byte[] noise() {
        Random random = new Random(7);
        return Wav.speech(3_000, moment -> 0.05 * random.nextGaussian());
    }
}
