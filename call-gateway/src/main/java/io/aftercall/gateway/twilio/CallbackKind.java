package io.aftercall.gateway.twilio;

import io.aftercall.gateway.calllog.TwilioCallback;
import java.time.Instant;
import java.util.Locale;
import java.util.function.BiFunction;

/** What a callback is about, and how it is read. */
enum CallbackKind {
    STATUS(ReadCallback::status),
    RECORDING((form, receivedAt) -> ReadCallback.recording(form));

    private final BiFunction<TwilioForm, Instant, TwilioCallback> reader;

    CallbackKind(BiFunction<TwilioForm, Instant, TwilioCallback> reader) {
        this.reader = reader;
    }

    TwilioCallback read(TwilioForm form, Instant receivedAt) {
        return reader.apply(form, receivedAt);
    }

    /** The word used in the database and in metrics. */
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
