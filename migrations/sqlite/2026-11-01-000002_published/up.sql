-- What the public reads, what was taken back, and what the index has yet to hear of.
CREATE TABLE published (
    id TEXT NOT NULL PRIMARY KEY,
    month TEXT NOT NULL,
    revision INTEGER NOT NULL,
    sample INTEGER NOT NULL CHECK (sample IN (0, 1)),
    kind TEXT NOT NULL,
    period TEXT,
    severity INTEGER,
    title TEXT NOT NULL,
    body TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE INDEX published_month ON published (month, id);

CREATE TABLE withdrawals (
    id TEXT NOT NULL PRIMARY KEY,
    week TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE outbox (
    seq INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    report TEXT NOT NULL,
    op TEXT NOT NULL
) STRICT;
