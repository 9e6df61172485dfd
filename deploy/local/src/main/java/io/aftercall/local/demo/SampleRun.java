package io.aftercall.local.demo;

import io.aftercall.embedded.twilio.SampleCall;
import io.aftercall.local.api.AftercallApi;
import io.aftercall.local.sandbox.PlayRequest;
import io.aftercall.local.sandbox.PlayedSummary;
import io.aftercall.local.sandbox.SandboxClient;
import io.aftercall.local.stack.Waiting;
import io.aftercall.local.terminal.LiveRows;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Plays calls to a running stack and waits for what comes of them. */
public final class SampleRun {

    private static final Duration LOOK_EVERY = Duration.ofMillis(300);

    private final AftercallApi api;
    private final SandboxClient sandbox;
    private final Clock clock;

    public SampleRun(AftercallApi api, SandboxClient sandbox, Clock clock) {
        this.api = api;
        this.sandbox = sandbox;
        this.clock = clock;
    }

    /**
     * Plays all of them, one after the other, and follows them until every webhook arrived or {@code limit} is over.
     *
     * @param limit for all of them, from the end of the last
     * @param rows shows where each call is, by its request's title
     */
    public List<CallWatch> play(Map<String, PlayRequest> requests, Duration limit, LiveRows rows) {
        List<CallWatch> calls = new ArrayList<>();
        requests.forEach((title, request) -> {
            rows.set(title, "calling", "");
            PlayedSummary played = sandbox.play(request);
            rows.set(title, refusal(played).orElse("call ended"), "");
            calls.add(new CallWatch(played, api, sandbox));
        });
        List<String> titles = List.copyOf(requests.keySet());
        Instant deadline = clock.instant().plus(limit);
        boolean allThere = false;
        while (!allThere && clock.instant().isBefore(deadline)) {
            Waiting.pause(LOOK_EVERY);
            for (int i = 0; i < titles.size(); i++) {
                show(rows, titles.get(i), calls.get(i));
            }
            allThere = calls.stream().allMatch(call -> call.arrival().isPresent());
        }
        return calls;
    }

    /** What is wrong with the outcome of a sample; nothing if it is as it should be. */
    public static List<String> problems(SampleCall sample, CallWatch call) {
        if (!call.played().refused().isEmpty()) {
            return List.of("the gateway refused callbacks: " + call.played().refused());
        }
        return call.arrival()
                .map(arrival -> arrival.verified()
                        ? Verdict.of(sample, arrival.body()).problems()
                        : List.of("its signature was not accepted: " + arrival.refusal()))
                .orElseGet(() -> List.of("no webhook arrived; the call is " + call.stage()));
    }

    private void show(LiveRows rows, String title, CallWatch call) {
        Duration elapsed = call.deliveryTime()
                .orElseGet(() -> Duration.between(call.played().endedAt(), clock.instant()));
        rows.set(title, call.stage(), String.format(Locale.ROOT, "%.1f s", elapsed.toMillis() / 1000.0));
    }

    private static Optional<String> refusal(PlayedSummary played) {
        return played.refused().isEmpty() ? Optional.empty() : Optional.of("refused: " + played.refused());
    }
}
