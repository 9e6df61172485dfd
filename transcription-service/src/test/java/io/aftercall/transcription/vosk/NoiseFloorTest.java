package io.aftercall.transcription.vosk;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.junit.jupiter.api.Test;

class NoiseFloorTest {

    private static final int SAMPLES = 16_000;

    @Test
    void silenceBecomesAFaintHissThatIsAlwaysTheSame() {
        byte[] once = new byte[SAMPLES * 2];
        byte[] again = new byte[SAMPLES * 2];

        new NoiseFloor().addTo(once, once.length);
        new NoiseFloor().addTo(again, again.length);

        assertThat(again).isEqualTo(once);
        assertThat(loudness(once)).isBetween(3.0, 5.0);
    }

    @Test
    void loudestSoundIsClippedNotTurnedOver() {
        byte[] loudest = new byte[SAMPLES * 2];
        ByteBuffer samples = ByteBuffer.wrap(loudest).order(ByteOrder.LITTLE_ENDIAN);
        while (samples.hasRemaining()) {
            samples.putShort(Short.MAX_VALUE);
        }

        new NoiseFloor().addTo(loudest, loudest.length);

        assertThat(loudness(loudest)).isBetween(32_700.0, 32_767.0);
    }

    @Test
    void onlyTheFrontOfTheBufferIsTouched() {
        byte[] buffer = new byte[1_000];

        new NoiseFloor().addTo(buffer, 500);

        assertThat(ByteBuffer.wrap(buffer, 500, 500)).isEqualTo(ByteBuffer.wrap(new byte[500]));
    }

    private static double loudness(byte[] bytes) {
        ByteBuffer samples = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        double squares = 0;
        while (samples.hasRemaining()) {
            double sample = samples.getShort();
            squares += sample * sample;
        }
        return Math.sqrt(squares / SAMPLES);
    }
}
