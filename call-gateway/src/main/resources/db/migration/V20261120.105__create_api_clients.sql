-- Programs and people who may ask for tokens. Secrets are kept as salted PBKDF2 hashes only.
CREATE TABLE api_client (
    client_id   text PRIMARY KEY,
    name        text        NOT NULL,
    role        text        NOT NULL CHECK (role IN ('admin', 'business')),
    business_id text REFERENCES business (id) ON DELETE CASCADE,
    secret_hash text        NOT NULL,
    created_at  timestamptz NOT NULL,
    CHECK ((role = 'business') = (business_id IS NOT NULL))
);

CREATE INDEX api_client_of_business ON api_client (business_id);
