-- What somebody proves besides a password, and the links that invite people to the desk.
CREATE TABLE factors (
    account TEXT COLLATE "C" NOT NULL PRIMARY KEY REFERENCES accounts (id) ON DELETE CASCADE,
    secret BYTEA NOT NULL,
    confirmed BOOLEAN NOT NULL,
    last_step BIGINT NOT NULL
);

CREATE TABLE recovery_codes (
    account TEXT COLLATE "C" NOT NULL REFERENCES accounts (id) ON DELETE CASCADE,
    mac BYTEA NOT NULL CHECK (length(mac) = 32),
    PRIMARY KEY (account, mac)
);

CREATE TABLE factor_resets (
    account TEXT COLLATE "C" NOT NULL PRIMARY KEY REFERENCES accounts (id) ON DELETE CASCADE,
    asked_by TEXT COLLATE "C" NOT NULL REFERENCES accounts (id) ON DELETE CASCADE
);

CREATE INDEX factor_resets_asked_by ON factor_resets (asked_by);

CREATE TABLE invitations (
    token_hash BYTEA NOT NULL PRIMARY KEY CHECK (length(token_hash) = 32),
    role TEXT NOT NULL,
    expires BIGINT NOT NULL
);
