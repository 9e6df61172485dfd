package io.aftercall.transcription.stage;

import io.aftercall.events.OutcomeStatus;
import io.aftercall.events.RecordingStored;
import io.aftercall.events.TranscriptionOutcome;
import io.aftercall.events.Utterance;
import io.aftercall.transcription.audio.CallAudio;
import io.aftercall.transcription.audio.ChannelAudio;
import io.aftercall.transcription.audio.OpenTracks;
import io.aftercall.transcription.engine.Heard;
import io.aftercall.transcription.engine.SpeechEngine;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;

/** Listens to all channels of a call at once and tells what was said, by whom and when. */
@ApplicationScoped
class HearCall {

    private static final Logger LOG = Logger.getLogger(HearCall.class);

    private final OpenTracks openTracks;
    private final SpeechEngine engine;
    private final Listeners listeners;
    private final SpokenLanguage spokenLanguage;

    HearCall(OpenTracks openTracks, SpeechEngine engine, Listeners listeners, SpokenLanguage spokenLanguage) {
        this.openTracks = openTracks;
        this.engine = engine;
        this.listeners = listeners;
        this.spokenLanguage = spokenLanguage;
    }

    TranscriptionOutcome hear(RecordingStored event) throws Exception {
        String language = spokenLanguage.of(event.context());
        try (CallAudio audio = openTracks.open(event.recording().tracks())) {
            List<Callable<HeardChannel>> listening = audio.channels().stream()
                    .map(channel -> (Callable<HeardChannel>) () -> listen(channel, language))
                    .toList();
            return outcome(event, listeners.runAll(listening));
        }
    }

    private HeardChannel listen(ChannelAudio channel, String language) throws Exception {
        return new HeardChannel(channel.channel(), engine.listen(channel.audio(), channel.regions(), language));
    }

    private TranscriptionOutcome outcome(RecordingStored event, List<HeardChannel> channels) {
        List<Utterance> utterances = MergeChannels.merge(channels, event);
        int dropped =
                channels.stream().mapToInt(channel -> channel.heard().dropped()).sum();
        LOG.infof(
                "Heard %d utterances on %d channels; %d words were taken for noise.",
                utterances.size(), channels.size(), dropped);
        Heard first = channels.get(0).heard();
        return new TranscriptionOutcome(
                OutcomeStatus.COMPLETED,
                null,
                null,
                first.language(),
                engine.name(),
                first.model(),
                utterances.stream().map(Utterance::text).collect(Collectors.joining("\n")),
                utterances,
                cost(channels));
    }

    private static BigDecimal cost(List<HeardChannel> channels) {
        return channels.stream()
                .map(channel -> channel.heard().costUsd())
                .filter(Objects::nonNull)
                .reduce(BigDecimal::add)
                .orElse(null);
    }
}
