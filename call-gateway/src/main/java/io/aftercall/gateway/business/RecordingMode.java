package io.aftercall.gateway.business;

/** How a business's calls are recorded. */
public enum RecordingMode {
    /** Twilio records by itself: a number's, a TwiML verb's or a trunk's setting. */
    TWILIO_CALL_RECORD,
    /** The gateway asks Twilio's REST API to record. */
    RECORDING_API,
    /** Calls are not recorded, and a recording that is made all the same is left alone. */
    OFF
}
