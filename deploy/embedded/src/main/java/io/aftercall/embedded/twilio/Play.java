package io.aftercall.embedded.twilio;

import java.time.Duration;
import java.util.function.Predicate;

/**
 * How a call is played; every method returns a changed copy.
 *
 * @param seed makes the SIDs; null makes new ones each time
 * @param copies how often each callback is sent, 1 or more
 * @param shuffleSeed the order of the callbacks; null is Twilio's
 * @param dropped callbacks that never arrive
 * @param finalStatus the call's last status; anything but {@code completed} is a call nobody answered
 * @param recording what becomes of the recording
 * @param misses how many requests for the recording are answered 404 first
 * @param readyAfter how long after the call's end requests for the recording are answered 404
 */
public record Play(
        String seed,
        int copies,
        Long shuffleSeed,
        Predicate<Callback> dropped,
        String finalStatus,
        RecordingFate recording,
        int misses,
        Duration readyAfter) {

    /** Answered, recorded, every callback once and in order. */
    public static Play normally() {
        return new Play(null, 1, null, callback -> false, "completed", RecordingFate.KEPT, 0, Duration.ZERO);
    }

    /** With SIDs that depend on this only. */
    public Play seeded(String newSeed) {
        return new Play(newSeed, copies, shuffleSeed, dropped, finalStatus, recording, misses, readyAfter);
    }

    /** With every callback sent twice. */
    public Play duplicated() {
        return new Play(seed, 2, shuffleSeed, dropped, finalStatus, recording, misses, readyAfter);
    }

    /** With the callbacks in an order that depends on this only. */
    public Play shuffled(long newShuffleSeed) {
        return new Play(seed, copies, newShuffleSeed, dropped, finalStatus, recording, misses, readyAfter);
    }

    /** Without the callbacks that fit. */
    public Play dropping(Predicate<Callback> lost) {
        return new Play(seed, copies, shuffleSeed, dropped.or(lost), finalStatus, recording, misses, readyAfter);
    }

    /** Nobody answers: {@code no-answer}, {@code busy}, {@code failed} or {@code canceled}; nothing is recorded. */
    public Play unanswered(String status) {
        return new Play(seed, copies, shuffleSeed, dropped, status, RecordingFate.OFF, misses, readyAfter);
    }

    /** With this fate of the recording. */
    public Play recording(RecordingFate fate) {
        return new Play(seed, copies, shuffleSeed, dropped, finalStatus, fate, misses, readyAfter);
    }

    /** With a recording that is not found the first times it is asked for. */
    public Play missing(int times) {
        return new Play(seed, copies, shuffleSeed, dropped, finalStatus, recording, times, readyAfter);
    }

    /** With a recording that is not found until this long after the call's end. */
    public Play readyAfter(Duration delay) {
        return new Play(seed, copies, shuffleSeed, dropped, finalStatus, recording, misses, delay);
    }
}
