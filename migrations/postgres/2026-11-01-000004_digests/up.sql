-- Periodicals as they were issued, and what the instance remembers of itself.
CREATE TABLE digests (
    period TEXT COLLATE "C" NOT NULL,
    revision BIGINT NOT NULL,
    body TEXT NOT NULL,
    week TEXT NOT NULL,
    PRIMARY KEY (period, revision)
);

CREATE TABLE settings (
    key TEXT COLLATE "C" NOT NULL PRIMARY KEY,
    value TEXT NOT NULL
);
