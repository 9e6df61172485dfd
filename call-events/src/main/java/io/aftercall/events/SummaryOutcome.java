package io.aftercall.events;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * How the summary stage ended. Everything past {@code message} is null or empty unless completed.
 *
 * @param engine {@code openai} or {@code builtin}
 * @param model the model that wrote it; null for {@code builtin}
 * @param text the summary
 * @param actionItems what somebody promised to do
 * @param fields extracted values by name ({@code city}, {@code service}, …), in the business's order
 * @param source which text it was made from: {@code final} transcript or {@code realtime}
 * @param costUsd US dollars paid to a provider; null when nothing was
 */
public record SummaryOutcome(
        OutcomeStatus status,
        String reason,
        String message,
        String engine,
        String model,
        String text,
        List<String> actionItems,
        Map<String, ExtractedField> fields,
        String source,
        BigDecimal costUsd)
        implements Outcome {

    public SummaryOutcome {
        Require.present(status, "summary.status");
        actionItems = Require.listOrEmpty(actionItems);
        fields = fields == null ? Map.of() : Collections.unmodifiableMap(new LinkedHashMap<>(fields));
    }

    /** There was rightly nothing to summarise. */
    public static SummaryOutcome skipped(String reason, String message) {
        return without(OutcomeStatus.SKIPPED, reason, message);
    }

    /** There was something to summarise, and it could not be. */
    public static SummaryOutcome failed(String reason, String message) {
        return without(OutcomeStatus.FAILED, reason, message);
    }

    private static SummaryOutcome without(OutcomeStatus status, String reason, String message) {
        return new SummaryOutcome(status, reason, message, null, null, null, List.of(), Map.of(), null, null);
    }
}
