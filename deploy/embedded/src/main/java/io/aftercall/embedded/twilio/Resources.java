package io.aftercall.embedded.twilio;

import java.util.LinkedHashMap;
import java.util.Map;

/** Calls and recordings in the JSON of Twilio's REST API. */
final class Resources {

    private Resources() {}

    static Map<String, Object> call(String root, SandboxCall call) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("sid", call.sid());
        json.put("account_sid", call.accountSid());
        json.put("parent_call_sid", null);
        json.put("from", call.from());
        json.put("to", call.to());
        json.put("status", call.status());
        json.put("direction", call.direction());
        json.put("date_created", CallbackScript.rfc2822(call.createdAt()));
        json.put("date_updated", CallbackScript.rfc2822(call.endedAt()));
        json.put("start_time", CallbackScript.rfc2822(call.startedAt()));
        json.put("end_time", CallbackScript.rfc2822(call.endedAt()));
        json.put("duration", Integer.toString(call.durationSec()));
        json.put("price", null);
        json.put("price_unit", "USD");
        json.put("api_version", "2010-04-01");
        String uri = root + "/Calls/" + call.sid();
        json.put("uri", uri + ".json");
        json.put("subresource_uris", Map.of("recordings", uri + "/Recordings.json"));
        return json;
    }

    static Map<String, Object> recording(String root, SandboxRecording recording) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("sid", recording.sid());
        json.put("account_sid", root.substring(root.lastIndexOf('/') + 1));
        json.put("call_sid", recording.callSid());
        json.put("conference_sid", null);
        json.put("status", recording.status());
        json.put("source", recording.source());
        json.put("channels", recording.channels());
        json.put("duration", Integer.toString(recording.durationSec()));
        json.put("start_time", CallbackScript.rfc2822(recording.startedAt()));
        json.put("date_created", CallbackScript.rfc2822(recording.startedAt()));
        json.put("date_updated", CallbackScript.rfc2822(recording.readyAt()));
        json.put("price", null);
        json.put("price_unit", "USD");
        json.put("error_code", null);
        json.put("encryption_details", null);
        json.put("api_version", "2010-04-01");
        json.put("uri", root + "/Recordings/" + recording.sid() + ".json");
        return json;
    }
}
