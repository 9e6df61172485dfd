package io.aftercall.recording.stage;

import io.aftercall.chassis.work.Attempt;
import io.aftercall.chassis.work.RetrySchedule;
import io.aftercall.chassis.work.StageFailure;
import io.aftercall.chassis.work.StageWorker;
import io.aftercall.events.CallEnded;
import io.aftercall.events.EventType;
import io.aftercall.events.EventTypes;
import io.aftercall.events.OutcomeStatus;
import io.aftercall.events.RecordingOutcome;
import io.aftercall.events.RecordingStored;
import io.aftercall.events.Stage;
import io.aftercall.recording.conversion.ConvertedAudio;
import io.aftercall.recording.conversion.PrepareAudio;
import io.aftercall.recording.download.DownloadRecording;
import io.aftercall.recording.download.DownloadedAudio;
import io.aftercall.recording.ledger.Recordings;
import io.aftercall.recording.storage.AudioKey;
import io.aftercall.recording.storage.Workspaces;
import io.aftercall.recording.storage.Workspaces.Workspace;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import org.jboss.logging.Logger;

/** The recording stage: download, convert, keep, and say where it is; or say why there is none. */
@ApplicationScoped
class StoreRecording implements StageWorker<CallEnded, RecordingStored> {

    private static final Logger LOG = Logger.getLogger(StoreRecording.class);

    private final StageConfig config;
    private final JudgeNotice judgeNotice;
    private final AnnounceAgain announceAgain;
    private final DownloadRecording downloadRecording;
    private final PrepareAudio prepareAudio;
    private final KeepAudio keepAudio;
    private final SignTracks signTracks;
    private final Recordings recordings;
    private final Workspaces workspaces;

    StoreRecording(
            StageConfig config,
            JudgeNotice judgeNotice,
            AnnounceAgain announceAgain,
            DownloadRecording downloadRecording,
            PrepareAudio prepareAudio,
            KeepAudio keepAudio,
            SignTracks signTracks,
            Recordings recordings,
            Workspaces workspaces) {
        this.config = config;
        this.judgeNotice = judgeNotice;
        this.announceAgain = announceAgain;
        this.downloadRecording = downloadRecording;
        this.prepareAudio = prepareAudio;
        this.keepAudio = keepAudio;
        this.signTracks = signTracks;
        this.recordings = recordings;
        this.workspaces = workspaces;
    }

    @Override
    public Stage stage() {
        return Stage.RECORDING;
    }

    @Override
    public EventType<CallEnded> input() {
        return EventTypes.CALL_ENDED;
    }

    @Override
    public EventType<RecordingStored> output() {
        return EventTypes.RECORDING_STORED;
    }

    @Override
    public RetrySchedule retries() {
        return RetrySchedule.of(config.attemptDelays(), config.attemptJitter());
    }

    @Override
    public Duration timeLimit() {
        return config.attemptTimeLimit();
    }

    @Override
    public Optional<RecordingStored> settled(CallEnded event) {
        Optional<RecordingOutcome> outcome = judgeNotice.judge(event.context()).or(() -> announceAgain.find(event));
        if (outcome.isEmpty()) {
            recordings.expect(event);
        }
        return outcome.map(known -> stored(event, known));
    }

    @Override
    public RecordingStored perform(CallEnded event, Attempt attempt) throws IOException, InterruptedException {
        try (Workspace workspace = workspaces.open(attempt)) {
            DownloadedAudio original = downloadRecording.download(
                    event.context().recording(), workspace.folder().resolve("download"));
            ConvertedAudio audio = prepareAudio.prepare(original.file(), workspace.folder());
            String recordingSid = event.context().recording().recordingSid();
            AudioKey key = new AudioKey(event.callSid(), recordingSid, event.revision(), original.sha256());
            keepAudio.keep(key, original.file(), audio);
            return stored(event, completed(event, original, audio));
        }
    }

    private RecordingOutcome completed(CallEnded event, DownloadedAudio original, ConvertedAudio audio) {
        return new RecordingOutcome(
                OutcomeStatus.COMPLETED,
                null,
                null,
                event.context().recording().recordingSid(),
                audio.channels(),
                audio.durationMs(),
                original.sizeBytes(),
                original.sha256(),
                "/api/recordings/file/" + event.callSid(),
                signTracks.of(event, audio),
                audio.unconvertedReason());
    }

    @Override
    public void store(RecordingStored outcome) {
        recordings.store(outcome);
    }

    @Override
    public RecordingStored giveUp(CallEnded event, StageFailure failure) {
        try {
            workspaces.discard(event.callSid(), event.revision());
        } catch (IOException left) {
            // Storage that is broken must not keep the call from ending.
            LOG.errorf(left, "What the attempts have left could not be removed.");
        }
        return stored(event, RecordingOutcome.failed(failure.reason(), failure.getMessage()));
    }

    @Override
    public void forget(String callSid) {
        keepAudio.forget(callSid);
    }

    private static RecordingStored stored(CallEnded event, RecordingOutcome outcome) {
        return new RecordingStored(event.callSid(), event.revision(), event.context(), outcome);
    }
}
