package io.aftercall.transcription.stage;

import static org.assertj.core.api.Assertions.assertThat;

import io.aftercall.events.RecordingStored;
import io.aftercall.events.Speaker;
import io.aftercall.events.SpeechTrack;
import io.aftercall.events.Utterance;
import io.aftercall.transcription.Calls;
import io.aftercall.transcription.engine.Heard;
import io.aftercall.transcription.engine.Phrase;
import java.util.List;
import org.junit.jupiter.api.Test;

class MergeChannelsTest {

    @Test
    void utterancesComeInTheOrderTheyWereSaid() {
        HeardChannel customer = new HeardChannel(
                0, heard(new Phrase(2_000, 3_000, "Hello", 0.9), new Phrase(8_000, 9_000, "Yes", 1.0)));
        HeardChannel agent = new HeardChannel(
                1, heard(new Phrase(500, 1_500, "Good day", 0.8), new Phrase(8_000, 8_500, "So", 1.0)));

        List<Utterance> merged = MergeChannels.merge(List.of(agent, customer), stereo());

        assertThat(merged)
                .containsExactly(
                        new Utterance(Speaker.AGENT, 1, 500, 1_500, "Good day", 0.8),
                        new Utterance(Speaker.CUSTOMER, 0, 2_000, 3_000, "Hello", 0.9),
                        new Utterance(Speaker.CUSTOMER, 0, 8_000, 9_000, "Yes", 1.0),
                        new Utterance(Speaker.AGENT, 1, 8_000, 8_500, "So", 1.0));
    }

    @Test
    void oneChannelOfTwoIsStillOneSpeakers() {
        HeardChannel agent = new HeardChannel(1, heard(new Phrase(500, 1_500, "Good day", 0.8)));

        assertThat(MergeChannels.merge(List.of(agent), stereo()))
                .extracting(Utterance::speaker)
                .containsExactly(Speaker.AGENT);
    }

    private static RecordingStored stereo() {
        SpeechTrack left = new SpeechTrack(0, "/left", null, List.of());
        SpeechTrack right = new SpeechTrack(1, "/right", null, List.of());
        return Calls.next().recorded(1, List.of(left, right));
    }

    private static Heard heard(Phrase... phrases) {
        return new Heard("en", "a-model", List.of(phrases), 0, null);
    }
}
