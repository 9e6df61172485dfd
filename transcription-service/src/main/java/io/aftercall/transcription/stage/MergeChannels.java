package io.aftercall.transcription.stage;

import io.aftercall.events.CallContext;
import io.aftercall.events.RecordingOutcome;
import io.aftercall.events.RecordingStored;
import io.aftercall.events.Speaker;
import io.aftercall.events.Utterance;
import io.aftercall.transcription.engine.Phrase;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Puts what was heard on each channel into the one order in which it was said, with who said it. */
final class MergeChannels {

    private static final Comparator<Utterance> AS_SAID =
            Comparator.comparingLong(Utterance::startMs).thenComparingInt(Utterance::channel);

    private MergeChannels() {}

    static List<Utterance> merge(List<HeardChannel> heard, RecordingStored event) {
        return heard.stream()
                .flatMap(channel -> utterances(channel, channelsOf(event.recording(), heard), event.context()))
                .sorted(AS_SAID)
                .toList();
    }

    /** A recording may have a channel without a track, and an original has more channels than tracks. */
    private static int channelsOf(RecordingOutcome recording, List<HeardChannel> heard) {
        return recording.channels() == null ? heard.size() : Math.max(recording.channels(), heard.size());
    }

    private static Stream<Utterance> utterances(HeardChannel channel, int channels, CallContext context) {
        Speaker speaker = NameSpeaker.on(channel.channel(), channels, context);
        return channel.heard().phrases().stream().map(phrase -> utterance(channel.channel(), speaker, phrase));
    }

    private static Utterance utterance(int channel, Speaker speaker, Phrase phrase) {
        return new Utterance(speaker, channel, phrase.startMs(), phrase.endMs(), phrase.text(), phrase.confidence());
    }
}
