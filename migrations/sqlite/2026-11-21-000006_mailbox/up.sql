-- Words between desk and reporter, what readers say of a report, and when a report was settled.
CREATE TABLE mailboxes (
    report TEXT NOT NULL PRIMARY KEY REFERENCES pending (id) ON DELETE CASCADE,
    wrapped_key BLOB NOT NULL,
    week TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE messages (
    id TEXT NOT NULL PRIMARY KEY,
    report TEXT NOT NULL REFERENCES mailboxes (report) ON DELETE CASCADE,
    number INTEGER NOT NULL,
    sender TEXT NOT NULL,
    kind TEXT NOT NULL,
    state TEXT NOT NULL,
    week TEXT NOT NULL,
    nonce_mac BLOB NOT NULL UNIQUE CHECK (length(nonce_mac) = 32),
    sealed BLOB NOT NULL,
    UNIQUE (report, number)
) STRICT, WITHOUT ROWID;

CREATE INDEX messages_state ON messages (state, report);

CREATE TABLE acceptances (
    message TEXT NOT NULL REFERENCES messages (id) ON DELETE CASCADE,
    account TEXT NOT NULL REFERENCES accounts (id),
    PRIMARY KEY (message, account)
) STRICT, WITHOUT ROWID;

CREATE INDEX acceptances_account ON acceptances (account);

CREATE TABLE reactions (
    report TEXT NOT NULL,
    kind TEXT NOT NULL,
    count INTEGER NOT NULL,
    PRIMARY KEY (report, kind)
) STRICT, WITHOUT ROWID;

CREATE TABLE dispositions (
    report TEXT NOT NULL PRIMARY KEY REFERENCES pending (id) ON DELETE CASCADE,
    week TEXT NOT NULL
) STRICT, WITHOUT ROWID;
