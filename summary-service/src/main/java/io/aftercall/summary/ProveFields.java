package io.aftercall.summary;

import io.aftercall.events.ExtractedField;
import io.aftercall.summary.engine.Evidence;
import io.aftercall.summary.engine.Summary;
import io.aftercall.summary.engine.Transcript;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jboss.logging.Logger;

/** Lets no value through whose evidence was not said, whichever engine found it; what it drops is counted. */
@ApplicationScoped
class ProveFields {

    private static final Logger LOG = Logger.getLogger(ProveFields.class);
    private static final String DROPPED = "aftercall.summary.unproven.values";

    private final MeterRegistry meters;

    ProveFields(MeterRegistry meters) {
        this.meters = meters;
    }

    Summary keepProven(Summary summary, Transcript transcript) {
        Evidence evidence = new Evidence(transcript);
        Map<String, ExtractedField> proven = new LinkedHashMap<>(summary.fields());
        proven.values().removeIf(field -> !evidence.holds(field.evidence()));
        int dropped = summary.fields().size() - proven.size();
        if (dropped > 0) {
            meters.counter(DROPPED, "engine", summary.engine()).increment(dropped);
            LOG.warnf("Dropped %d values of engine %s: their evidence was not said.", dropped, summary.engine());
        }
        return summary.withFields(proven);
    }
}
