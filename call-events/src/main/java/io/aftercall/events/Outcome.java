package io.aftercall.events;

/** How one stage of one call ended. */
public interface Outcome {

    OutcomeStatus status();

    /** A machine-readable word such as {@code unanswered}; null exactly when completed. */
    String reason();

    /** One sentence for people, without anything the caller said or any number; null when completed. */
    String message();

    /** Whether it should have worked and did not. */
    default boolean failed() {
        return status() == OutcomeStatus.FAILED;
    }

    /** Whether it did its work. */
    default boolean completed() {
        return status() == OutcomeStatus.COMPLETED;
    }
}
