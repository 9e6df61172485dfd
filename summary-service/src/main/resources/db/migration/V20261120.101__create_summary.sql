-- How the summary stage ended, one row for each revision of a call.
CREATE TABLE summary (
    call_sid     text NOT NULL,
    revision     integer NOT NULL,
    status       text NOT NULL CHECK (status IN ('completed', 'skipped', 'failed')),
    reason       text,
    message      text,
    engine       text,
    model        text,
    text         text,
    -- json, not jsonb: fields keep the business's order.
    action_items json NOT NULL,
    fields       json NOT NULL,
    source       text CHECK (source IN ('final', 'realtime')),
    cost_usd     numeric,
    stored_at    timestamptz NOT NULL,
    PRIMARY KEY (call_sid, revision)
);
