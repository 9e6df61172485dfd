-- How each revision of each call's recording went.
CREATE TABLE recording (
    call_sid      text NOT NULL,
    revision      integer NOT NULL,
    -- Whose call it is; null while it is nobody's.
    business_id   text,
    status        text NOT NULL CHECK (status IN ('processing', 'completed', 'skipped', 'failed')),
    reason        text,
    recording_sid text,
    sha256        text,
    -- The outcome as it was announced; null while processing.
    outcome       jsonb,
    updated_at    timestamptz NOT NULL,
    PRIMARY KEY (call_sid, revision)
);
