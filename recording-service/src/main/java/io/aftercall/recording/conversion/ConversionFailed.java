package io.aftercall.recording.conversion;

/** ffmpeg did not do it; says why in a machine-readable word. */
final class ConversionFailed extends Exception {

    static final String MISSING = "ffmpeg_missing";
    static final String FAILED = "ffmpeg_failed";
    static final String TIMED_OUT = "ffmpeg_timed_out";

    private static final long serialVersionUID = 1L;

    private final String reason;

    ConversionFailed(String reason, String message) {
        super(message);
        this.reason = reason;
    }

    String reason() {
        return reason;
    }
}
