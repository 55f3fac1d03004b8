-- Words between desk and reporter, what readers say of a report, and when a report was settled.
CREATE TABLE mailboxes (
    report TEXT COLLATE "C" NOT NULL PRIMARY KEY REFERENCES pending (id) ON DELETE CASCADE,
    wrapped_key BYTEA NOT NULL,
    week TEXT COLLATE "C" NOT NULL
);

CREATE TABLE messages (
    id TEXT COLLATE "C" NOT NULL PRIMARY KEY,
    report TEXT COLLATE "C" NOT NULL REFERENCES mailboxes (report) ON DELETE CASCADE,
    number BIGINT NOT NULL,
    sender TEXT NOT NULL,
    kind TEXT NOT NULL,
    state TEXT COLLATE "C" NOT NULL,
    week TEXT NOT NULL,
    nonce_mac BYTEA NOT NULL UNIQUE CHECK (length(nonce_mac) = 32),
    sealed BYTEA NOT NULL,
    UNIQUE (report, number)
);

CREATE INDEX messages_state ON messages (state, report);

CREATE TABLE acceptances (
    message TEXT COLLATE "C" NOT NULL REFERENCES messages (id) ON DELETE CASCADE,
    account TEXT COLLATE "C" NOT NULL REFERENCES accounts (id),
    PRIMARY KEY (message, account)
);

CREATE INDEX acceptances_account ON acceptances (account);

CREATE TABLE reactions (
    report TEXT COLLATE "C" NOT NULL,
    kind TEXT COLLATE "C" NOT NULL,
    count BIGINT NOT NULL,
    PRIMARY KEY (report, kind)
);

CREATE TABLE dispositions (
    report TEXT COLLATE "C" NOT NULL PRIMARY KEY REFERENCES pending (id) ON DELETE CASCADE,
    week TEXT COLLATE "C" NOT NULL
);
