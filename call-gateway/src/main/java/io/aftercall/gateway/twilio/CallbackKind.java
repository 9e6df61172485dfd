package io.aftercall.gateway.twilio;

import io.aftercall.gateway.calllog.TwilioCallback;
import io.aftercall.gateway.form.Form;
import java.time.Instant;
import java.util.Locale;
import java.util.function.BiFunction;

/** What a callback is about, and how it is read. */
enum CallbackKind {
    STATUS(ReadCallback::status),
    RECORDING((form, receivedAt) -> ReadCallback.recording(form));

    private final BiFunction<Form, Instant, TwilioCallback> reader;

    CallbackKind(BiFunction<Form, Instant, TwilioCallback> reader) {
        this.reader = reader;
    }

    TwilioCallback read(Form form, Instant receivedAt) {
        return reader.apply(form, receivedAt);
    }

    /** The word used in the database and in metrics. */
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
