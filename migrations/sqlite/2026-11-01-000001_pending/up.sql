-- Reports on their way, sealed. No order of arrival: random ids, no rowids, no time finer than a week.
CREATE TABLE pending (
    id TEXT NOT NULL PRIMARY KEY,
    week TEXT NOT NULL,
    status TEXT NOT NULL,
    kind TEXT NOT NULL,
    receipt_mac BLOB NOT NULL UNIQUE CHECK (length(receipt_mac) = 32),
    nonce_mac BLOB NOT NULL UNIQUE CHECK (length(nonce_mac) = 32),
    wrapped_key BLOB,
    sealed BLOB,
    refusal TEXT,
    revision INTEGER NOT NULL,
    sample INTEGER NOT NULL CHECK (sample IN (0, 1)),
    CHECK ((wrapped_key IS NULL) = (sealed IS NULL))
) STRICT, WITHOUT ROWID;

CREATE INDEX pending_status ON pending (status, week, id);
