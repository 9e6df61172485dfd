package io.aftercall.gateway.calllog;

import io.aftercall.events.CallResult;
import io.aftercall.events.Stage;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How far a call is with us, in order: within one revision it only moves forward. */
public enum Progress {
    /** Twilio has not said that it is over. */
    IN_PROGRESS,
    /** It is over; its recording is not settled yet. */
    ENDED,
    RECORDING,
    TRANSCRIBING,
    SUMMARIZING,
    PROCESSED,
    PARTIAL,
    FAILED;

    /** Reads the word used in the database and the API. */
    public static Optional<Progress> of(String word) {
        return Arrays.stream(values()).filter(each -> each.word().equals(word)).findFirst();
    }

    /** What a call is at while {@code stage} works on it. */
    public static Progress during(Stage stage) {
        return switch (stage) {
            case RECORDING -> RECORDING;
            case TRANSCRIPTION -> TRANSCRIBING;
            case SUMMARY, DELIVERY -> SUMMARIZING;
        };
    }

    /** The stage that is not known to have ended; empty once all have. */
    Optional<Stage> unfinishedStage() {
        return switch (this) {
            case IN_PROGRESS, ENDED, RECORDING -> Optional.of(Stage.RECORDING);
            case TRANSCRIBING -> Optional.of(Stage.TRANSCRIPTION);
            case SUMMARIZING -> Optional.of(Stage.SUMMARY);
            case PROCESSED, PARTIAL, FAILED -> Optional.empty();
        };
    }

    /** What a call is at once all its stages have ended. */
    public static Progress after(CallResult result) {
        return switch (result) {
            case PROCESSED -> PROCESSED;
            case PARTIAL -> PARTIAL;
            case FAILED -> FAILED;
        };
    }

    /** The word used in the database and the API. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether no stage is left to wait for. */
    public boolean isFinal() {
        return compareTo(PROCESSED) >= 0;
    }
}
