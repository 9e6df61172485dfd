package io.aftercall.embedded.twilio;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The parts of Twilio's REST API that Aftercall uses: calls, recordings and their audio. */
final class RestApi {

    private static final Pattern RECORDING = Pattern.compile("/Recordings/(RE[0-9a-f]{32})(?:\\.(wav|mp3|json))?");
    private static final Pattern CALL = Pattern.compile("/Calls/(CA[0-9a-f]{32})\\.json");
    private static final Pattern CALL_RECORDINGS = Pattern.compile("/Calls/(CA[0-9a-f]{32})/Recordings\\.json");
    private static final byte[] NOT_AUDIO =
            "<html><body>This is not the recording you are looking for.</body></html>".getBytes(StandardCharsets.UTF_8);

    private final String root;
    private final Archive archive;
    private final Mp3Encoder mp3;

    RestApi(TwilioAccount account, Archive archive, Mp3Encoder mp3) {
        this.root = "/2010-04-01/Accounts/" + account.sid();
        this.archive = archive;
        this.mp3 = mp3;
    }

    /** Where everything of the account lies. */
    String root() {
        return root;
    }

    ApiReply answer(String method, String path, Map<String, String> query) {
        if (!path.startsWith(root + "/")) {
            return ApiReply.notFound(path);
        }
        String below = path.substring(root.length());
        Matcher recording = RECORDING.matcher(below);
        if (recording.matches()) {
            return recording(method, path, recording, query);
        }
        if (!method.equals("GET")) {
            return ApiReply.error(405, 20004, "Method not allowed");
        }
        Matcher call = CALL.matcher(below);
        if (call.matches()) {
            return archive.call(call.group(1))
                    .map(found -> ApiReply.json(Resources.call(root, found)))
                    .orElseGet(() -> ApiReply.notFound(path));
        }
        return list(path, below, query);
    }

    private ApiReply list(String path, String below, Map<String, String> query) {
        Matcher ofCall = CALL_RECORDINGS.matcher(below);
        if (below.equals("/Calls.json")) {
            return ApiReply.json(Listing.calls(root, archive.calls(), query));
        }
        if (below.equals("/Recordings.json")) {
            return ApiReply.json(Listing.recordings(root, path, archive.recordings(), query));
        }
        if (ofCall.matches()) {
            var recordings = archive.recordings().stream()
                    .filter(recording -> recording.callSid().equals(ofCall.group(1)))
                    .toList();
            return ApiReply.json(Listing.recordings(root, path, recordings, query));
        }
        return ApiReply.notFound(path);
    }

    private ApiReply recording(String method, String path, Matcher asked, Map<String, String> query) {
        Optional<SandboxRecording> found = archive.recording(asked.group(1));
        if (found.isEmpty()) {
            return ApiReply.notFound(path);
        }
        SandboxRecording recording = found.get();
        if (method.equals("DELETE")) {
            archive.delete(recording);
            return ApiReply.empty();
        }
        if (!method.equals("GET")) {
            return ApiReply.error(405, 20004, "Method not allowed");
        }
        if ("json".equals(asked.group(2))) {
            return ApiReply.json(Resources.recording(root, recording));
        }
        return media(path, recording, "mp3".equals(asked.group(2)), query.getOrDefault("RequestedChannels", ""));
    }

    private ApiReply media(String path, SandboxRecording recording, boolean asMp3, String channels) {
        if (!recording.found(Instant.now())) {
            return ApiReply.notFound(path);
        }
        if (channels.equals("2") && recording.channels() == 1) {
            return ApiReply.error(400, 20001, "RequestedChannels=2 is not available for this recording");
        }
        if (recording.fate() == RecordingFate.NOT_AUDIO) {
            return ApiReply.media(asMp3 ? "audio/mpeg" : "audio/x-wav", NOT_AUDIO);
        }
        WavAudio audio = channels.equals("1") ? recording.audio().mono() : recording.audio();
        return asMp3 ? ApiReply.media("audio/mpeg", mp3.encode(audio)) : ApiReply.media("audio/x-wav", audio.bytes());
    }
}
