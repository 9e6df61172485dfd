package io.aftercall.transcription.transcript;

import io.aftercall.events.TranscriptionOutcome;
import java.time.Instant;

/**
 * How one revision of a call was transcribed.
 *
 * @param businessId whose call it is; null while it is nobody's
 * @param outcome as it was announced
 * @param updatedAt when it was kept
 */
record Transcript(String callSid, int revision, String businessId, TranscriptionOutcome outcome, Instant updatedAt) {}
