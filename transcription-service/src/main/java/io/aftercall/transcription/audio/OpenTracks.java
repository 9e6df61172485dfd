package io.aftercall.transcription.audio;

import io.aftercall.chassis.work.StageFailure;
import io.aftercall.events.SpeechTrack;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.util.ArrayList;
import java.util.List;

/** Brings all tracks of a recording here and makes each channel ready to be heard. */
@ApplicationScoped
public class OpenTracks {

    private final FetchTrack fetchTrack;
    private final AudioConfig config;

    OpenTracks(FetchTrack fetchTrack, AudioConfig config) {
        this.fetchTrack = fetchTrack;
        this.config = config;
    }

    /**
     * The audio of all channels.
     *
     * @throws StageFailure if a track cannot be fetched, or is not what it says
     */
    public CallAudio open(List<SpeechTrack> tracks) throws IOException, InterruptedException {
        List<ChannelAudio> channels = new ArrayList<>();
        try {
            for (SpeechTrack track : tracks) {
                channels.addAll(track.channel() == null ? openOriginal(track) : List.of(openTrack(track)));
            }
            return new CallAudio(List.copyOf(channels));
        } catch (IOException | InterruptedException | RuntimeException failure) {
            new CallAudio(channels).close();
            throw failure;
        }
    }

    private ChannelAudio openTrack(SpeechTrack track) throws IOException, InterruptedException {
        FileChannel file = fetchTrack.fetch(track);
        try {
            SpeechAudio audio = SpeechAudio.ofWav(file);
            return new ChannelAudio(track.channel(), audio, FindSpeech.outside(track.silences(), audio.durationMs()));
        } catch (UnusableAudio unusable) {
            file.close();
            throw StageFailure.permanent("unusable_audio", unusable.getMessage())
                    .causedBy(unusable);
        } catch (IOException | RuntimeException failure) {
            file.close();
            throw failure;
        }
    }

    private List<ChannelAudio> openOriginal(SpeechTrack track) throws IOException, InterruptedException {
        try (FileChannel original = fetchTrack.fetch(track)) {
            List<ChannelAudio> channels = new ArrayList<>();
            for (SpeechAudio audio : ConvertOriginal.convert(original, config.scratchFolder())) {
                channels.add(new ChannelAudio(
                        channels.size(), audio, FindSpeech.outside(track.silences(), audio.durationMs())));
            }
            return channels;
        } catch (UnusableAudio unusable) {
            throw StageFailure.permanent("unconverted_audio", unusable.getMessage())
                    .causedBy(unusable);
        }
    }
}
