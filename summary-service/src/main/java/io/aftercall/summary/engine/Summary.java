package io.aftercall.summary.engine;

import io.aftercall.events.ExtractedField;
import java.math.BigDecimal;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What an engine makes of a call.
 *
 * @param engine its name on the wire
 * @param model the model it used; null if it uses none
 * @param text the summary, never blank
 * @param actionItems what somebody promised or asked to be done
 * @param fields extracted values by name, in the business's order; without an entry where nothing was found
 * @param costUsd US dollars paid to a provider; null when nothing was
 */
public record Summary(
        String engine,
        String model,
        String text,
        List<String> actionItems,
        Map<String, ExtractedField> fields,
        BigDecimal costUsd) {

    public Summary {
        actionItems = List.copyOf(actionItems);
        fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
    }

    /** The same with other fields. */
    public Summary withFields(Map<String, ExtractedField> others) {
        return new Summary(engine, model, text, actionItems, others, costUsd);
    }
}
