package io.aftercall.chassis.consume;

/** A record that can never be processed; the message says why without quoting it. */
public final class UnreadableEvent extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** For a handler that finds an event invalid in a way its record cannot know. */
    public UnreadableEvent(String reason) {
        super(reason);
    }
}
