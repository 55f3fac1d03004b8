-- The id leads to a row instead of being the row's place: a body is longer than a page holds, and
-- looking for an id among whole rows reads the long ones on the way, a hundred pages for a page of
-- results. The order of the rows tells no more than that of the outbox: an amended report is a new
-- row.
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
) STRICT;

INSERT INTO published (id, month, revision, sample, kind, period, severity, title, body)
SELECT id, month, revision, sample, kind, period, severity, title, body
FROM published_before ORDER BY id;

-- Emptied first: dropping a full table keeps all of it in memory until it is done.
DELETE FROM published_before;

DROP TABLE published_before;

CREATE INDEX published_month ON published (month, id);
