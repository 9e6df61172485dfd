-- How each revision of each call was transcribed.
CREATE TABLE transcript (
    call_sid    text NOT NULL,
    revision    integer NOT NULL,
    -- Whose call it is; null while it is nobody's.
    business_id text,
    status      text NOT NULL CHECK (status IN ('completed', 'skipped', 'failed')),
    reason      text,
    message     text,
    language    text,
    engine      text,
    model       text,
    text        text,
    -- [{speaker, channel, startMs, endMs, text, confidence}] in order of time.
    utterances  jsonb NOT NULL,
    cost_usd    numeric,
    updated_at  timestamptz NOT NULL,
    PRIMARY KEY (call_sid, revision)
);
