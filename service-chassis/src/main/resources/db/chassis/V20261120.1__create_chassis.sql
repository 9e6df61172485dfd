-- Events on their way to Kafka; a row is deleted when the broker has acknowledged it.
CREATE TABLE outbox (
    id          bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    ce_id       uuid NOT NULL,
    topic       text NOT NULL,
    key         text NOT NULL,
    ce_type     text NOT NULL,
    body        bytea NOT NULL,
    traceparent text,
    -- Why the broker will never take it, as it is too large; such a row is set aside. Null for every other.
    refused     text,
    created_at  timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX outbox_key ON outbox (key);

-- Calls that were erased; nothing of them may come back.
CREATE TABLE tombstone (
    call_sid  text PRIMARY KEY,
    erased_at timestamptz NOT NULL
);

-- The service's stage work, one row for each revision of a call.
CREATE TABLE stage_work (
    call_sid        text NOT NULL,
    revision        integer NOT NULL,
    state           text NOT NULL CHECK (state IN ('pending', 'processing', 'retrying', 'done', 'superseded')),
    attempt         integer NOT NULL DEFAULT 0,
    failures        integer NOT NULL DEFAULT 0,
    handed_over     integer NOT NULL DEFAULT 0,
    input           bytea NOT NULL,
    traceparent     text,
    created_at      timestamptz NOT NULL,
    started_at      timestamptz,
    finished_at     timestamptz,
    next_attempt_at timestamptz,
    last_error      text,
    PRIMARY KEY (call_sid, revision)
);

-- db-scheduler's own table, as its version 16 wants it.
CREATE TABLE scheduled_tasks (
    task_name            text NOT NULL,
    task_instance        text NOT NULL,
    task_data            bytea,
    execution_time       timestamptz NOT NULL,
    picked               boolean NOT NULL,
    picked_by            text,
    last_success         timestamptz,
    last_failure         timestamptz,
    consecutive_failures integer,
    last_heartbeat       timestamptz,
    version              bigint NOT NULL,
    priority             smallint,
    PRIMARY KEY (task_name, task_instance)
);
CREATE INDEX scheduled_tasks_execution_time ON scheduled_tasks (execution_time);
CREATE INDEX scheduled_tasks_last_heartbeat ON scheduled_tasks (last_heartbeat);
