-- A business, what its calls speak of, and the numbers it is known by.
CREATE TABLE business (
    id             text PRIMARY KEY,
    name           text        NOT NULL,
    time_zone      text        NOT NULL,
    language       text        NOT NULL,
    recording_mode text        NOT NULL CHECK (recording_mode IN ('TWILIO_CALL_RECORD', 'RECORDING_API', 'OFF')),
    cities         jsonb       NOT NULL,
    services       jsonb       NOT NULL,
    created_at     timestamptz NOT NULL
);

-- A number belongs to one business at most.
CREATE TABLE business_phone (
    e164            text PRIMARY KEY,
    business_id     text NOT NULL REFERENCES business (id) ON DELETE CASCADE,
    last_ten_digits text GENERATED ALWAYS AS (right(e164, 10)) STORED
);

CREATE INDEX business_phone_of_business ON business_phone (business_id);
CREATE INDEX business_phone_by_last_ten_digits ON business_phone (last_ten_digits);
