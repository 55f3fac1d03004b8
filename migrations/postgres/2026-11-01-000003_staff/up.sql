-- The people at the desk, their sessions, and what they decided.
CREATE TABLE accounts (
    id TEXT COLLATE "C" NOT NULL PRIMARY KEY,
    name TEXT COLLATE "C" NOT NULL UNIQUE,
    password_hash TEXT NOT NULL,
    role TEXT NOT NULL,
    disabled BOOLEAN NOT NULL
);

CREATE TABLE sessions (
    token_hash BYTEA NOT NULL PRIMARY KEY CHECK (length(token_hash) = 32),
    account TEXT COLLATE "C" NOT NULL REFERENCES accounts (id) ON DELETE CASCADE,
    created_at BIGINT NOT NULL,
    seen_at BIGINT NOT NULL,
    expires BIGINT NOT NULL
);

CREATE INDEX sessions_account ON sessions (account);

CREATE TABLE reviews (
    report TEXT COLLATE "C" NOT NULL REFERENCES pending (id) ON DELETE CASCADE,
    account TEXT COLLATE "C" NOT NULL REFERENCES accounts (id),
    verdict TEXT NOT NULL,
    week TEXT NOT NULL,
    PRIMARY KEY (report, account)
);

CREATE INDEX reviews_account ON reviews (account);
