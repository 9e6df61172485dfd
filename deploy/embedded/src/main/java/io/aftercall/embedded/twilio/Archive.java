package io.aftercall.embedded.twilio;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The calls and recordings of the sandbox's account. */
final class Archive {

    private final Map<String, SandboxCall> calls = new ConcurrentHashMap<>();
    private final Set<String> deleted = ConcurrentHashMap.newKeySet();

    void keep(SandboxCall call) {
        calls.put(call.sid(), call);
    }

    Optional<SandboxCall> call(String sid) {
        return Optional.ofNullable(calls.get(sid));
    }

    /** Newest first, as Twilio lists them. */
    List<SandboxCall> calls() {
        List<SandboxCall> all = new ArrayList<>(calls.values());
        all.sort(Comparator.comparing(SandboxCall::createdAt).reversed().thenComparing(SandboxCall::sid));
        return all;
    }

    /** Newest first, as Twilio lists them. */
    List<SandboxRecording> recordings() {
        Instant now = Instant.now();
        return calls().stream()
                .map(SandboxCall::recording)
                .filter(recording -> recording != null && !deleted.contains(recording.sid()))
                .filter(recording -> !now.isBefore(recording.readyAt()))
                .toList();
    }

    Optional<SandboxRecording> recording(String sid) {
        return recordings().stream()
                .filter(recording -> recording.sid().equals(sid))
                .findFirst();
    }

    void delete(SandboxRecording recording) {
        deleted.add(recording.sid());
    }
}
