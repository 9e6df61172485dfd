package io.aftercall.transcription.audio;

/** The file is not sound that can be listened to, and trying again would not change that. */
public final class UnusableAudio extends RuntimeException {

    private static final long serialVersionUID = 1L;

    UnusableAudio(String message) {
        super(message);
    }

    UnusableAudio(String message, Throwable cause) {
        super(message, cause);
    }
}
