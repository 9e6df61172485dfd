package io.aftercall.transcription.stage;

import io.aftercall.events.CallContext;
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

    static List<Utterance> merge(List<HeardChannel> channels, CallContext context) {
        return channels.stream()
                .flatMap(channel -> utterances(channel, channels.size(), context))
                .sorted(AS_SAID)
                .toList();
    }

    private static Stream<Utterance> utterances(HeardChannel channel, int channels, CallContext context) {
        Speaker speaker = NameSpeaker.on(channel.channel(), channels, context);
        return channel.heard().phrases().stream().map(phrase -> utterance(channel.channel(), speaker, phrase));
    }

    private static Utterance utterance(int channel, Speaker speaker, Phrase phrase) {
        return new Utterance(speaker, channel, phrase.startMs(), phrase.endMs(), phrase.text(), phrase.confidence());
    }
}
