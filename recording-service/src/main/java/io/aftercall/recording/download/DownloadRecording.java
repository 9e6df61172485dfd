package io.aftercall.recording.download;

import io.aftercall.chassis.work.StageFailure;
import io.aftercall.events.RecordingNotice;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;

/** Downloads a recording as two channels where Twilio has them, else as one. Every failure says whether it can pass. */
@ApplicationScoped
public class DownloadRecording {

    private static final int OK = 200;
    private static final int BAD_REQUEST = 400;
    private static final int UNAUTHORIZED = 401;

    private final URI twilio;
    private final TwilioAccounts accounts;
    private final FetchFile fetchFile;
    private final ReadRefusal readRefusal;

    DownloadRecording(TwilioConfig twilio, TwilioAccounts accounts, FetchFile fetchFile, ReadRefusal readRefusal) {
        this.twilio = twilio.baseUrl();
        this.accounts = accounts;
        this.fetchFile = fetchFile;
        this.readRefusal = readRefusal;
    }

    /**
     * Downloads the recording into {@code target}.
     *
     * @throws StageFailure when it is not there, not ours, too large, or could not be got
     */
    public DownloadedAudio download(RecordingNotice recording, Path target) throws InterruptedException {
        List<String> authorizations = accounts.authorizations(recording.accountSid());
        if (authorizations.isEmpty()) {
            throw StageFailure.permanent("forbidden", "The recording's Twilio account is not configured.");
        }
        try {
            Answer answer = fetch(recording, 2, authorizations, target);
            if (answer.status() == BAD_REQUEST) {
                answer = fetch(recording, 1, authorizations, target);
            }
            if (answer.status() != OK) {
                throw readRefusal.read(answer);
            }
            return answer.audio();
        } catch (IOException broken) {
            throw StageFailure.passing(
                    "download_failed",
                    "The download broke off: " + broken.getClass().getSimpleName() + ".");
        }
    }

    private Answer fetch(RecordingNotice recording, int channels, List<String> authorizations, Path target)
            throws IOException, InterruptedException {
        URI place = placeOf(recording, channels);
        Answer answer = null;
        for (String authorization : authorizations) {
            answer = fetchFile.fetch(place, authorization, target);
            if (answer.status() != UNAUTHORIZED) {
                return answer;
            }
        }
        return answer;
    }

    private URI placeOf(RecordingNotice recording, int channels) {
        String base = twilio.toString().replaceAll("/+$", "");
        return URI.create("%s/2010-04-01/Accounts/%s/Recordings/%s.wav?RequestedChannels=%d"
                .formatted(base, recording.accountSid(), recording.recordingSid(), channels));
    }
}
