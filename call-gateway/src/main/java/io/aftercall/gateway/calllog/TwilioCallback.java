package io.aftercall.gateway.calllog;

/** Something Twilio told of a call. Folding is commutative and idempotent: order and repetition do not matter. */
public sealed interface TwilioCallback permits StatusCallback, RecordingCallback {

    /** The leg it is about. */
    String callSid();

    /** The Twilio account the call belongs to. */
    String accountSid();

    /** What is known of {@code leg} now that this is too. */
    Leg foldInto(Leg leg);
}
