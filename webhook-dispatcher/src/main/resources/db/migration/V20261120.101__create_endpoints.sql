-- Where a business wants its webhooks. Rows are never deleted: deliveries keep pointing at them.
CREATE TABLE endpoint (
    id              text PRIMARY KEY,
    business_id     text        NOT NULL,
    url             text        NOT NULL,
    directions      text[]      NOT NULL,
    event_types     text[]      NOT NULL,
    created_at      timestamptz NOT NULL,
    disabled_at     timestamptz,
    disabled_reason text,
    deleted_at      timestamptz,
    CHECK ((disabled_at IS NULL) = (disabled_reason IS NULL))
);

CREATE INDEX endpoint_by_business ON endpoint (business_id, created_at DESC, id DESC) WHERE deleted_at IS NULL;
CREATE INDEX endpoint_by_age ON endpoint (created_at DESC, id DESC) WHERE deleted_at IS NULL;

-- Signing secrets, encrypted. Several are in force while one replaces another.
CREATE TABLE endpoint_secret (
    endpoint_id text        NOT NULL REFERENCES endpoint,
    number      integer     NOT NULL,
    sealed      bytea       NOT NULL,
    created_at  timestamptz NOT NULL,
    expires_at  timestamptz,
    PRIMARY KEY (endpoint_id, number)
);
