-- What lies in storage: the audio of one download, under the revision that made it.
CREATE TABLE kept_audio (
    call_sid      text NOT NULL,
    recording_sid text NOT NULL,
    revision      integer NOT NULL,
    sha256        text NOT NULL,
    container     text NOT NULL CHECK (container IN ('wav', 'mp3')),
    kept_at       timestamptz NOT NULL,
    PRIMARY KEY (call_sid, recording_sid, revision, sha256)
);
