-- The people at the desk, their sessions, and what they decided.
CREATE TABLE accounts (
    id TEXT NOT NULL PRIMARY KEY,
    name TEXT NOT NULL UNIQUE,
    password_hash TEXT NOT NULL,
    role TEXT NOT NULL,
    disabled INTEGER NOT NULL CHECK (disabled IN (0, 1))
) STRICT, WITHOUT ROWID;

CREATE TABLE sessions (
    token_hash BLOB NOT NULL PRIMARY KEY CHECK (length(token_hash) = 32),
    account TEXT NOT NULL REFERENCES accounts (id) ON DELETE CASCADE,
    created_at INTEGER NOT NULL,
    seen_at INTEGER NOT NULL,
    expires INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE INDEX sessions_account ON sessions (account);

CREATE TABLE reviews (
    report TEXT NOT NULL REFERENCES pending (id) ON DELETE CASCADE,
    account TEXT NOT NULL REFERENCES accounts (id),
    verdict TEXT NOT NULL,
    week TEXT NOT NULL,
    PRIMARY KEY (report, account)
) STRICT, WITHOUT ROWID;

CREATE INDEX reviews_account ON reviews (account);
