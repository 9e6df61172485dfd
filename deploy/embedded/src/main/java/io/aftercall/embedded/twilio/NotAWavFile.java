package io.aftercall.embedded.twilio;

/** A file that was given as a call's audio is not what a Twilio recording is; the message says what is wrong. */
public final class NotAWavFile extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    NotAWavFile(String message) {
        super(message);
    }
}
