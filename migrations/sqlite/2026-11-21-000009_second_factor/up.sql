-- What somebody proves besides a password, and the links that invite people to the desk.
CREATE TABLE factors (
    account TEXT NOT NULL PRIMARY KEY REFERENCES accounts (id) ON DELETE CASCADE,
    secret BLOB NOT NULL,
    confirmed INTEGER NOT NULL CHECK (confirmed IN (0, 1)),
    last_step INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE recovery_codes (
    account TEXT NOT NULL REFERENCES accounts (id) ON DELETE CASCADE,
    mac BLOB NOT NULL CHECK (length(mac) = 32),
    PRIMARY KEY (account, mac)
) STRICT, WITHOUT ROWID;

CREATE TABLE factor_resets (
    account TEXT NOT NULL PRIMARY KEY REFERENCES accounts (id) ON DELETE CASCADE,
    asked_by TEXT NOT NULL REFERENCES accounts (id) ON DELETE CASCADE
) STRICT, WITHOUT ROWID;

CREATE INDEX factor_resets_asked_by ON factor_resets (asked_by);

CREATE TABLE invitations (
    token_hash BLOB NOT NULL PRIMARY KEY CHECK (length(token_hash) = 32),
    role TEXT NOT NULL,
    expires INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
