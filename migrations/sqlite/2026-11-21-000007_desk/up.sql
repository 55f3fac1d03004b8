-- What the desk keeps beside a report: for the queue, for agreement on codes, for events told by
-- several, for words the lists lack, and the alerts it writes.
CREATE TABLE triage (
    report TEXT NOT NULL PRIMARY KEY REFERENCES pending (id) ON DELETE CASCADE,
    wrapped_key BLOB,
    summary BLOB,
    level TEXT NOT NULL,
    hazard INTEGER NOT NULL CHECK (hazard IN (0, 1)),
    CHECK ((wrapped_key IS NULL) = (summary IS NULL))
) STRICT, WITHOUT ROWID;

INSERT INTO triage (report, level, hazard) SELECT id, '', 0 FROM pending;

CREATE TABLE parts (
    report TEXT NOT NULL PRIMARY KEY REFERENCES pending (id) ON DELETE CASCADE,
    origin TEXT NOT NULL REFERENCES pending (id) ON DELETE CASCADE
) STRICT, WITHOUT ROWID;

CREATE INDEX parts_origin ON parts (origin);

-- No reference to pending: what two coders chose outlives the receipt.
CREATE TABLE codings (
    report TEXT NOT NULL,
    account TEXT NOT NULL REFERENCES accounts (id),
    list TEXT NOT NULL,
    code TEXT NOT NULL,
    PRIMARY KEY (report, account, list, code)
) STRICT, WITHOUT ROWID;

CREATE INDEX codings_account ON codings (account);

CREATE TABLE settled (
    report TEXT NOT NULL,
    list TEXT NOT NULL,
    account TEXT NOT NULL REFERENCES accounts (id),
    PRIMARY KEY (report, list)
) STRICT, WITHOUT ROWID;

CREATE INDEX settled_account ON settled (account);

CREATE TABLE joined (
    report TEXT NOT NULL PRIMARY KEY,
    event TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE INDEX joined_event ON joined (event);

CREATE TABLE counted (
    id TEXT NOT NULL PRIMARY KEY,
    month TEXT NOT NULL,
    body TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE terms (
    id TEXT NOT NULL PRIMARY KEY,
    list TEXT NOT NULL,
    word TEXT NOT NULL,
    report TEXT,
    status TEXT NOT NULL,
    week TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE INDEX terms_status ON terms (status, list, id);

CREATE TABLE alerts (
    id TEXT NOT NULL PRIMARY KEY,
    number INTEGER UNIQUE,
    status TEXT NOT NULL,
    month TEXT NOT NULL,
    sample INTEGER NOT NULL CHECK (sample IN (0, 1)),
    body TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE alert_reports (
    alert TEXT NOT NULL REFERENCES alerts (id) ON DELETE CASCADE,
    report TEXT NOT NULL,
    PRIMARY KEY (alert, report)
) STRICT, WITHOUT ROWID;

CREATE TABLE alert_agreed (
    alert TEXT NOT NULL REFERENCES alerts (id) ON DELETE CASCADE,
    account TEXT NOT NULL REFERENCES accounts (id),
    PRIMARY KEY (alert, account)
) STRICT, WITHOUT ROWID;

CREATE INDEX alert_agreed_account ON alert_agreed (account);
