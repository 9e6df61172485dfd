-- One row per call leg: the fold of Twilio's callbacks and of the pipeline's events.
CREATE TABLE call_log (
    call_sid                text PRIMARY KEY,
    account_sid             text,
    parent_call_sid         text,
    -- No foreign key: a check on each new call would make every call of a business queue at the business's row.
    business_id             text,

    -- As Twilio told it.
    direction               text CHECK (direction IN ('inbound', 'outbound')),
    from_e164               text,
    to_e164                 text,
    call_status             text,
    call_status_sequence    integer,
    started_at              timestamptz,
    answered_at             timestamptz,
    ended_at                timestamptz,
    duration                integer,
    duration_sec            integer GENERATED ALWAYS AS (
        coalesce(duration, least(greatest(extract(epoch FROM ended_at - started_at), 0), 2147483647)::integer)
    ) STORED,

    -- Each recording as last told; the longest one also has columns of its own.
    recordings              jsonb       NOT NULL DEFAULT '[]',
    recording_mode          text        NOT NULL DEFAULT 'TWILIO_CALL_RECORD'
        CHECK (recording_mode IN ('TWILIO_CALL_RECORD', 'RECORDING_API', 'OFF')),
    recording_sid           text,
    recording_url           text,
    recording_count         integer     NOT NULL DEFAULT 0,
    audio_bytes_len         bigint,

    -- The media stream, Twilio's trouble with our webhooks, and what the call cost.
    stream_started_at       timestamptz,
    stream_ended_at         timestamptz,
    stream_duration_sec     integer,
    stream_connect_count    integer     NOT NULL DEFAULT 0,
    webhook_11205_count     integer     NOT NULL DEFAULT 0,
    webhook_retry_count     integer     NOT NULL DEFAULT 0,
    estimated_cost_bucket   text CHECK (estimated_cost_bucket IN ('LOW', 'MED', 'HIGH')),

    -- What the pipeline made of it.
    status                  text        NOT NULL DEFAULT 'in_progress' CHECK (status IN (
        'in_progress', 'ended', 'recording', 'transcribing', 'summarizing', 'processed', 'partial', 'failed')),
    final_transcript        text,
    summary                 text,
    summary_status          text        NOT NULL DEFAULT 'pending'
        CHECK (summary_status IN ('pending', 'processing', 'completed', 'failed', 'skipped')),
    action_items            jsonb       NOT NULL DEFAULT '[]',
    extracted_fields        jsonb       NOT NULL DEFAULT '{}',
    extracted_city          text,
    extracted_service       text,
    extraction_confidence   double precision,

    -- Which telling of the call this is, and the last one that was published, with the recording it spoke of.
    revision                integer     NOT NULL DEFAULT 1,
    published_revision      integer     NOT NULL DEFAULT 0,
    published_recording_sid text,
    published_recording_sec integer     NOT NULL DEFAULT 0,
    settle_by               timestamptz,

    created_at              timestamptz NOT NULL,
    updated_at              timestamptz NOT NULL,
    -- What lists are ordered and filtered by: always known, and telling a call's start where that is known.
    began_at                timestamptz NOT NULL GENERATED ALWAYS AS (coalesce(started_at, created_at)) STORED
);

-- Every list is newest first, with the SID to tell calls of the same moment apart.
CREATE INDEX call_log_newest ON call_log (began_at DESC, call_sid DESC) WHERE parent_call_sid IS NULL;
CREATE INDEX call_log_newest_of_business ON call_log (business_id, began_at DESC, call_sid DESC)
    WHERE parent_call_sid IS NULL;
CREATE INDEX call_log_newest_from ON call_log (from_e164, began_at DESC, call_sid DESC) WHERE parent_call_sid IS NULL;
CREATE INDEX call_log_newest_to ON call_log (to_e164, began_at DESC, call_sid DESC) WHERE parent_call_sid IS NULL;
-- Nearly every call is processed in the end; the others are few and looked for.
CREATE INDEX call_log_newest_unprocessed ON call_log (status, began_at DESC, call_sid DESC)
    WHERE parent_call_sid IS NULL AND status <> 'processed';
-- The legs a call dialled, to erase them with it.
CREATE INDEX call_log_children ON call_log (parent_call_sid) WHERE parent_call_sid IS NOT NULL;
