-- Organisations that read the digest before it is public. Nothing links them to reports.
CREATE TABLE members (
    id TEXT COLLATE "C" NOT NULL PRIMARY KEY,
    name TEXT COLLATE "C" NOT NULL UNIQUE,
    note TEXT NOT NULL,
    since TEXT NOT NULL,
    token_hash BYTEA NOT NULL UNIQUE CHECK (length(token_hash) = 32)
);
