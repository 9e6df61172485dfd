package io.aftercall.embedded.twilio;

import java.util.Map;

/**
 * A callback Twilio makes.
 *
 * @param path at the gateway, e.g. {@code /twilio/status}
 * @param parameters the form
 */
public record Callback(String path, Map<String, String> parameters) {

    static final String STATUS = "/twilio/status";
    static final String RECORDING = "/twilio/recording";

    public String callSid() {
        return parameters.get("CallSid");
    }

    public boolean isStatus(String callStatus) {
        return path.equals(STATUS) && callStatus.equals(parameters.get("CallStatus"));
    }

    public boolean isRecording(String recordingStatus) {
        return path.equals(RECORDING) && recordingStatus.equals(parameters.get("RecordingStatus"));
    }
}
