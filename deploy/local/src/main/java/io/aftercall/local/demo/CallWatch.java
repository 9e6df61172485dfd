package io.aftercall.local.demo;

import com.fasterxml.jackson.databind.JsonNode;
import io.aftercall.local.api.AftercallApi;
import io.aftercall.local.api.ApiFailure;
import io.aftercall.local.sandbox.Arrival;
import io.aftercall.local.sandbox.PlayedSummary;
import io.aftercall.local.sandbox.SandboxClient;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/** Follows one played call from its end until its webhook arrives. */
public final class CallWatch {

    private static final Set<String> OVER = Set.of("processed", "partial", "failed");
    private static final int NOT_FOUND = 404;

    private final PlayedSummary played;
    private final AftercallApi api;
    private final SandboxClient sandbox;
    private Arrival arrival;

    CallWatch(PlayedSummary played, AftercallApi api, SandboxClient sandbox) {
        this.played = played;
        this.api = api;
        this.sandbox = sandbox;
    }

    public PlayedSummary played() {
        return played;
    }

    /** Its webhook, if one has arrived that was taken. */
    public Optional<Arrival> arrival() {
        if (arrival == null) {
            arrival = sandbox.arrivals(played.callSid()).stream()
                    .filter(candidate -> candidate.answered() / 100 == 2)
                    .findFirst()
                    .orElse(null);
        }
        return Optional.ofNullable(arrival);
    }

    /** From the end of the call until its webhook was there; empty if it is not. */
    public Optional<Duration> deliveryTime() {
        return arrival().map(there -> Duration.between(played.endedAt(), there.receivedAt()));
    }

    /** Where the call is now, in one or two words. */
    public String stage() {
        if (arrival().isPresent()) {
            return "delivered";
        }
        try {
            JsonNode call = api.get("/api/calls/" + AftercallApi.escaped(played.callSid()));
            String status = call.path("status").asText("unknown");
            return OVER.contains(status) ? "delivering" : status.replace('_', ' ');
        } catch (ApiFailure refused) {
            return refused.status() == NOT_FOUND ? "unknown to the gateway" : "gateway answers " + refused.status();
        } catch (UncheckedIOException e) {
            return "gateway does not answer";
        }
    }
}
