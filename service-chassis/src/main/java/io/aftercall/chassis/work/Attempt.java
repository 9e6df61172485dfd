package io.aftercall.chassis.work;

/**
 * One claim of one piece of work.
 *
 * @param callSid the call
 * @param revision its revision
 * @param number from 1, counting every claim, also those whose worker died; the fencing token
 */
public record Attempt(String callSid, int revision, int number) {

    /** The instance's id with the scheduler. */
    String instance() {
        return callSid + ":" + revision;
    }
}
