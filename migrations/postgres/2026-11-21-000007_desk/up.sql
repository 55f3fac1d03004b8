-- What the desk keeps beside a report: for the queue, for agreement on codes, for events told by
-- several, for words the lists lack, and the alerts it writes.
CREATE TABLE triage (
    report TEXT COLLATE "C" NOT NULL PRIMARY KEY REFERENCES pending (id) ON DELETE CASCADE,
    wrapped_key BYTEA,
    summary BYTEA,
    level TEXT COLLATE "C" NOT NULL,
    hazard BOOLEAN NOT NULL,
    CHECK ((wrapped_key IS NULL) = (summary IS NULL))
);

INSERT INTO triage (report, level, hazard) SELECT id, '', FALSE FROM pending;

CREATE TABLE parts (
    report TEXT COLLATE "C" NOT NULL PRIMARY KEY REFERENCES pending (id) ON DELETE CASCADE,
    origin TEXT COLLATE "C" NOT NULL REFERENCES pending (id) ON DELETE CASCADE
);

CREATE INDEX parts_origin ON parts (origin);

-- No reference to pending: what two coders chose outlives the receipt.
CREATE TABLE codings (
    report TEXT COLLATE "C" NOT NULL,
    account TEXT COLLATE "C" NOT NULL REFERENCES accounts (id),
    list TEXT COLLATE "C" NOT NULL,
    code TEXT COLLATE "C" NOT NULL,
    PRIMARY KEY (report, account, list, code)
);

CREATE INDEX codings_account ON codings (account);

CREATE TABLE settled (
    report TEXT COLLATE "C" NOT NULL,
    list TEXT COLLATE "C" NOT NULL,
    account TEXT COLLATE "C" NOT NULL REFERENCES accounts (id),
    PRIMARY KEY (report, list)
);

CREATE INDEX settled_account ON settled (account);

CREATE TABLE joined (
    report TEXT COLLATE "C" NOT NULL PRIMARY KEY,
    event TEXT COLLATE "C" NOT NULL
);

CREATE INDEX joined_event ON joined (event);

CREATE TABLE counted (
    id TEXT COLLATE "C" NOT NULL PRIMARY KEY,
    month TEXT COLLATE "C" NOT NULL,
    body TEXT NOT NULL
);

CREATE TABLE terms (
    id TEXT COLLATE "C" NOT NULL PRIMARY KEY,
    list TEXT COLLATE "C" NOT NULL,
    word TEXT COLLATE "C" NOT NULL,
    report TEXT COLLATE "C",
    status TEXT COLLATE "C" NOT NULL,
    week TEXT COLLATE "C" NOT NULL
);

CREATE INDEX terms_status ON terms (status, list, id);

CREATE TABLE alerts (
    id TEXT COLLATE "C" NOT NULL PRIMARY KEY,
    number BIGINT UNIQUE,
    status TEXT COLLATE "C" NOT NULL,
    month TEXT COLLATE "C" NOT NULL,
    sample BOOLEAN NOT NULL,
    body TEXT NOT NULL
);

CREATE TABLE alert_reports (
    alert TEXT COLLATE "C" NOT NULL REFERENCES alerts (id) ON DELETE CASCADE,
    report TEXT COLLATE "C" NOT NULL,
    PRIMARY KEY (alert, report)
);

CREATE TABLE alert_agreed (
    alert TEXT COLLATE "C" NOT NULL REFERENCES alerts (id) ON DELETE CASCADE,
    account TEXT COLLATE "C" NOT NULL REFERENCES accounts (id),
    PRIMARY KEY (alert, account)
);

CREATE INDEX alert_agreed_account ON alert_agreed (account);
