-- What came of each attempt.
CREATE TABLE attempt (
    delivery_id   text        NOT NULL REFERENCES delivery ON DELETE CASCADE,
    number        integer     NOT NULL,
    started_at    timestamptz NOT NULL,
    latency_ms    integer,
    status_code   integer,
    error         text,
    detail        text,
    response_head bytea,
    trace_id      text,
    PRIMARY KEY (delivery_id, number)
);
