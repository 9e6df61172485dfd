package io.aftercall.local.sandbox;

import java.time.Instant;
import java.util.List;

/**
 * A call the sandbox has played.
 *
 * @param name of the sample or file
 * @param durationSec of the call
 * @param endedAt when it was over and its first callback was about to be posted
 * @param refused callbacks the gateway did not take, as {@code path status}; empty if it took all
 */
public record PlayedSummary(String name, String callSid, int durationSec, Instant endedAt, List<String> refused) {}
