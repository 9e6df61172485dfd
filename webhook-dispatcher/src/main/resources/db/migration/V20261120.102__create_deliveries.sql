-- A rendered message, once for all the endpoints that get it.
CREATE TABLE event (
    call_sid    text        NOT NULL,
    type        text        NOT NULL,
    revision    integer     NOT NULL,
    id          text        NOT NULL,
    business_id text        NOT NULL,
    payload     text        NOT NULL,
    created_at  timestamptz NOT NULL,
    PRIMARY KEY (call_sid, type, revision)
);

-- A message to one endpoint; the id is its webhook-id on every attempt.
CREATE TABLE delivery (
    id               text PRIMARY KEY,
    endpoint_id      text        NOT NULL REFERENCES endpoint,
    business_id      text        NOT NULL,
    event_type       text        NOT NULL,
    call_sid         text        NOT NULL,
    revision         integer     NOT NULL,
    state            text        NOT NULL
        CHECK (state IN ('pending', 'sending', 'delivered', 'exhausted', 'superseded', 'withheld')),
    -- How often it was claimed, ever: the number of the newest attempt, and the fence against late results.
    attempt          integer     NOT NULL DEFAULT 0,
    -- Failures since it was last asked for: the place in the schedule.
    failures         integer     NOT NULL DEFAULT 0,
    -- Pending: when it is sent. Sending: when its lease ends.
    due_at           timestamptz NOT NULL,
    claimed_at       timestamptz,
    superseded_by    integer,
    last_status_code integer,
    last_error       text,
    delivered_at     timestamptz,
    created_at       timestamptz NOT NULL,
    traceparent      text,
    UNIQUE (call_sid, endpoint_id, event_type, revision),
    FOREIGN KEY (call_sid, event_type, revision) REFERENCES event ON DELETE CASCADE
);

CREATE INDEX delivery_due ON delivery (due_at) WHERE state = 'pending';
CREATE INDEX delivery_leased ON delivery (due_at) WHERE state = 'sending';
-- Not only looked up by: no endpoint ever gets two revisions of a call at once.
CREATE UNIQUE INDEX delivery_in_flight ON delivery (endpoint_id, call_sid, event_type) WHERE state = 'sending';
CREATE INDEX delivery_exhausted ON delivery (created_at DESC, id DESC) WHERE state = 'exhausted';
CREATE INDEX delivery_by_age ON delivery (created_at DESC, id DESC);
CREATE INDEX delivery_by_business ON delivery (business_id, created_at DESC, id DESC);
CREATE INDEX delivery_by_endpoint ON delivery (endpoint_id, created_at DESC, id DESC);
