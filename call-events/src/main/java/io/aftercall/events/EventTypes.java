package io.aftercall.events;

import java.util.List;

/** Every event Aftercall's services exchange, one topic each. */
public final class EventTypes {

    /** The call is over and its recording is settled: there, absent, failed, off, or given up waiting for. */
    public static final EventType<CallEnded> CALL_ENDED =
            new EventType<>("call-ended", "io.aftercall.call.ended.v1", CallEnded.class, false);

    /** The recording is kept and converted, or why not. */
    public static final EventType<RecordingStored> RECORDING_STORED =
            new EventType<>("recording-stored", "io.aftercall.recording.stored.v1", RecordingStored.class, false);

    /** The transcript, or why there is none. */
    public static final EventType<CallTranscribed> CALL_TRANSCRIBED =
            new EventType<>("call-transcribed", "io.aftercall.call.transcribed.v1", CallTranscribed.class, false);

    /** The summary and the extracted fields, or why there are none. */
    public static final EventType<CallSummarized> CALL_SUMMARIZED =
            new EventType<>("call-summarized", "io.aftercall.call.summarized.v1", CallSummarized.class, false);

    /** Forget this call everywhere. Compacted and kept for ever, so that a late reader forgets it too. */
    public static final EventType<CallErased> CALL_ERASED =
            new EventType<>("call-erased", "io.aftercall.call.erased.v1", CallErased.class, true);

    /** Telemetry for the timeline; it never changes an outcome. */
    public static final EventType<StageChanged> STAGE_CHANGED =
            new EventType<>("stage-changed", "io.aftercall.stage.changed.v1", StageChanged.class, false);

    private EventTypes() {}

    /** All of the above, in the order of a call's life. */
    public static List<EventType<?>> all() {
        return List.of(CALL_ENDED, RECORDING_STORED, CALL_TRANSCRIBED, CALL_SUMMARIZED, CALL_ERASED, STAGE_CHANGED);
    }
}
