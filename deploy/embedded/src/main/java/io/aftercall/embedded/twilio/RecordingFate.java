package io.aftercall.embedded.twilio;

/** What becomes of a call's recording. */
public enum RecordingFate {
    /** It is announced and can be fetched, at once or after the delay that was asked for. */
    KEPT,
    /** It is announced and what can be fetched under its name is no audio. */
    NOT_AUDIO,
    /** It is announced and never found. */
    LOST,
    /** Twilio says {@code absent}: the call was silent. */
    ABSENT,
    /** Twilio says {@code failed}. */
    FAILED,
    /** Recording is off: Twilio says nothing about it. */
    OFF
}
