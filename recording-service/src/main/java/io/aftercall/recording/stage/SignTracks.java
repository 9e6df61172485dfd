package io.aftercall.recording.stage;

import io.aftercall.events.CallEnded;
import io.aftercall.events.SpeechTrack;
import io.aftercall.events.SpeechTrack.Span;
import io.aftercall.recording.conversion.ConvertedAudio;
import io.aftercall.recording.ledger.KeptAudio;
import io.aftercall.recording.playback.SpeechPaths;
import io.aftercall.recording.playback.SpeechPaths.SpeechPath;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Lists the tracks for speech recognition with a fresh signed path each. */
@ApplicationScoped
class SignTracks {

    private final SpeechPaths speechPaths;

    SignTracks(SpeechPaths speechPaths) {
        this.speechPaths = speechPaths;
    }

    /** The tracks of audio just prepared: one per channel, or the original where it could not be converted. */
    List<SpeechTrack> of(CallEnded event, ConvertedAudio audio) {
        if (audio.unconvertedReason() != null) {
            return List.of(track(event, null, List.of()));
        }
        return audio.tracks().stream()
                .map(track -> track(event, track.channel(), track.silences()))
                .toList();
    }

    /** The same tracks under another revision. */
    List<SpeechTrack> again(CallEnded event, List<SpeechTrack> tracks) {
        return tracks.stream()
                .map(track -> track(event, track.channel(), track.silences()))
                .toList();
    }

    private SpeechTrack track(CallEnded event, Integer channel, List<Span> silences) {
        String name = channel == null ? KeptAudio.ORIGINAL_TRACK : String.valueOf(channel);
        SpeechPath signed = speechPaths.sign(event.callSid(), event.revision(), name);
        return new SpeechTrack(channel, signed.path(), signed.expiresAt(), silences);
    }
}
