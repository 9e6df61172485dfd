package io.aftercall.chassis.trace;

import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.propagation.W3CTraceContextPropagator;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.Scope;
import io.opentelemetry.context.propagation.TextMapGetter;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Carries trace context where no library does: through the outbox and through durable work. The text form is the
 * {@code traceparent} of W3C Trace Context.
 */
@ApplicationScoped
public class Traces {

    private static final String TRACEPARENT = "traceparent";
    private static final TextMapGetter<String> READ_TRACEPARENT = new TextMapGetter<>() {
        @Override
        public Iterable<String> keys(String carrier) {
            return List.of(TRACEPARENT);
        }

        @Override
        public String get(String carrier, String key) {
            return TRACEPARENT.equals(key) ? carrier : null;
        }
    };

    private final OpenTelemetry telemetry;

    Traces(OpenTelemetry telemetry) {
        this.telemetry = telemetry;
    }

    /** The current {@code traceparent}; null when there is no trace. */
    public String current() {
        AtomicReference<String> found = new AtomicReference<>();
        W3CTraceContextPropagator.getInstance().inject(Context.current(), found, (carrier, key, value) -> {
            if (TRACEPARENT.equals(key)) {
                carrier.set(value);
            }
        });
        return found.get();
    }

    /** The trace that a {@code traceparent} names; a new one to be if it is null or unreadable. */
    public static Context contextOf(String traceparent) {
        return traceparent == null
                ? Context.root()
                : W3CTraceContextPropagator.getInstance().extract(Context.root(), traceparent, READ_TRACEPARENT);
    }

    /**
     * Runs {@code work} in a new span below {@code traceparent}.
     *
     * @param traceparent the parent; null or unreadable starts a new trace
     * @param name the span's name, without anything personal
     * @param kind how it stands to its parent
     * @return what {@code work} returned
     * @throws Exception what {@code work} threw, noted on the span by its class only
     */
    public <T> T under(String traceparent, String name, SpanKind kind, Callable<T> work) throws Exception {
        Context parent = contextOf(traceparent);
        Span span = telemetry
                .getTracer("aftercall")
                .spanBuilder(name)
                .setParent(parent)
                .setSpanKind(kind)
                .startSpan();
        try (Scope ignored = parent.with(span).makeCurrent()) {
            return work.call();
        } catch (Exception failure) {
            // The class alone: a message may quote what the trace store must not keep.
            span.setStatus(StatusCode.ERROR, failure.getClass().getSimpleName());
            throw failure;
        } finally {
            span.end();
        }
    }
}
