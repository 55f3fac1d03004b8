ALTER TABLE published RENAME TO published_before;

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

INSERT INTO published (id, month, revision, sample, kind, period, severity, title, body)
SELECT id, month, revision, sample, kind, period, severity, title, body
FROM published_before ORDER BY id;

-- Emptied first: dropping a full table keeps all of it in memory until it is done.
DELETE FROM published_before;

DROP TABLE published_before;

CREATE INDEX published_month ON published (month, id);
