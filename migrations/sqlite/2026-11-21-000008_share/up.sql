-- Codes for a second person, each good for one account beside a report; only their keyed hashes.
CREATE TABLE shares (
    code_mac BLOB NOT NULL PRIMARY KEY CHECK (length(code_mac) = 32),
    report TEXT NOT NULL,
    week TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE INDEX shares_report ON shares (report);

-- Which report was sent as another account of which.
CREATE TABLE perspectives (
    report TEXT NOT NULL PRIMARY KEY,
    beside TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE INDEX perspectives_beside ON perspectives (beside);
