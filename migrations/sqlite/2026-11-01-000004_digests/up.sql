-- Periodicals as they were issued, and what the instance remembers of itself.
CREATE TABLE digests (
    period TEXT NOT NULL,
    revision INTEGER NOT NULL,
    body TEXT NOT NULL,
    week TEXT NOT NULL,
    PRIMARY KEY (period, revision)
) STRICT, WITHOUT ROWID;

CREATE TABLE settings (
    key TEXT NOT NULL PRIMARY KEY,
    value TEXT NOT NULL
) STRICT, WITHOUT ROWID;
