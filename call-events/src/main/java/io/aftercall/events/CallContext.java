package io.aftercall.events;

import java.util.List;

/**
 * What every stage of one revision needs and none may change; carried forward by each event.
 *
 * @param call the call
 * @param business the business it belongs to; null while it is unassigned
 * @param recording what Twilio said of the recording
 * @param realtimeUtterances what Twilio transcribed while the call ran; empty when it did not
 * @param startFrom the first stage that works anew in this revision: the ones before it announce again what they
 *     have. {@link Stage#RECORDING} for a call's first revision
 */
public record CallContext(
        Call call,
        BusinessProfile business,
        RecordingNotice recording,
        List<Utterance> realtimeUtterances,
        Stage startFrom) {

    public CallContext {
        Require.present(call, "context.call");
        Require.present(recording, "context.recording");
        realtimeUtterances = Require.listOrEmpty(realtimeUtterances);
        startFrom = startFrom == null ? Stage.RECORDING : startFrom;
    }

    /** Whether {@code stage} should announce its earlier result again instead of working anew. */
    public boolean startsAfter(Stage stage) {
        return startFrom.compareTo(stage) > 0;
    }
}
