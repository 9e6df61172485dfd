package io.aftercall.recording.ledger;

/**
 * How far a call's recording is, at its newest revision.
 *
 * @param businessId whose call it is; null while it is nobody's
 * @param status {@code processing, completed, skipped} or {@code failed}
 * @param reason why it was skipped or failed; null otherwise
 */
public record RecordingState(String businessId, String status, String reason) {

    /** Whether there was rightly nothing to keep. */
    public boolean isSkipped() {
        return "skipped".equals(status);
    }

    /** Whether it could not be kept, for good. */
    public boolean isFailed() {
        return "failed".equals(status);
    }
}
