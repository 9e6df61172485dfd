package io.aftercall.dispatcher.queue;

import io.aftercall.chassis.trace.Traces;
import io.aftercall.dispatcher.send.Exchange;
import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import jakarta.enterprise.context.ApplicationScoped;

/** One span per attempt, below the trace of the call's processing, however many hours later it is made. */
@ApplicationScoped
class AttemptTraces {
    private final OpenTelemetry telemetry;

    AttemptTraces(OpenTelemetry telemetry) {
        this.telemetry = telemetry;
    }

    Trace begin(ClaimedDelivery delivery) {
        return new Trace(telemetry
                .getTracer("aftercall")
                .spanBuilder("webhook send")
                .setParent(Traces.contextOf(delivery.traceparent()))
                .setSpanKind(SpanKind.CLIENT)
                .setAttribute("aftercall.delivery", delivery.id())
                .setAttribute("aftercall.attempt", delivery.attempt())
                .startSpan());
    }

    /** An attempt's span. */
    record Trace(Span span) {
        /** The trace's id; null when nothing is traced. */
        String id() {
            return span.getSpanContext().isValid() ? span.getSpanContext().getTraceId() : null;
        }

        void end(Exchange exchange) {
            if (exchange.statusCode() != null) {
                span.setAttribute("http.response.status_code", exchange.statusCode());
            }
            if (!exchange.succeeded()) {
                span.setStatus(StatusCode.ERROR, exchange.error().wireName());
            }
            span.end();
        }
    }
}
