-- How each stage of each revision of a call ended; from durable events.
CREATE TABLE stage (
    call_sid    text        NOT NULL REFERENCES call_log (call_sid) ON DELETE CASCADE,
    revision    integer     NOT NULL,
    stage       text        NOT NULL CHECK (stage IN ('recording', 'transcription', 'summary', 'delivery')),
    outcome     text        NOT NULL CHECK (outcome IN ('completed', 'skipped', 'failed')),
    reason      text,
    message     text,
    recorded_at timestamptz NOT NULL,
    PRIMARY KEY (call_sid, revision, stage)
);

-- What each attempt at a stage was last seen doing; from telemetry, so perhaps not complete.
CREATE TABLE stage_attempt (
    call_sid        text        NOT NULL REFERENCES call_log (call_sid) ON DELETE CASCADE,
    revision        integer     NOT NULL,
    stage           text        NOT NULL CHECK (stage IN ('recording', 'transcription', 'summary', 'delivery')),
    attempt         integer     NOT NULL,
    step            text        NOT NULL,
    -- Steps in their order within an attempt: only a later one replaces an earlier.
    step_order      integer     NOT NULL,
    began_at        timestamptz NOT NULL,
    changed_at      timestamptz NOT NULL,
    error           text,
    next_attempt_at timestamptz,
    PRIMARY KEY (call_sid, revision, stage, attempt)
);
