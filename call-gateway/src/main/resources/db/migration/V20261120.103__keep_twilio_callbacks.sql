-- Every callback as received, once: what the call log is folded from, and what proves it.
CREATE TABLE twilio_callback (
    call_sid          text        NOT NULL,
    -- SHA-256 over what it says, so that the same callback sent again is known whatever its headers say.
    fingerprint       bytea       NOT NULL,
    kind              text        NOT NULL CHECK (kind IN ('status', 'recording')),
    account_sid       text        NOT NULL,
    -- Path, query and body as they came over the wire.
    target            text        NOT NULL,
    body              text        NOT NULL,
    idempotency_token text,
    received_at       timestamptz NOT NULL,
    PRIMARY KEY (call_sid, fingerprint)
);
