-- Reports on their way, sealed. No order of arrival: random ids, no time finer than a week.
CREATE TABLE pending (
    id TEXT COLLATE "C" NOT NULL PRIMARY KEY,
    week TEXT COLLATE "C" NOT NULL,
    status TEXT COLLATE "C" NOT NULL,
    kind TEXT NOT NULL,
    receipt_mac BYTEA NOT NULL UNIQUE CHECK (length(receipt_mac) = 32),
    nonce_mac BYTEA NOT NULL UNIQUE CHECK (length(nonce_mac) = 32),
    wrapped_key BYTEA,
    sealed BYTEA,
    refusal TEXT,
    revision BIGINT NOT NULL,
    sample BOOLEAN NOT NULL,
    CHECK ((wrapped_key IS NULL) = (sealed IS NULL))
);

CREATE INDEX pending_status ON pending (status, week, id);
