-- Codes for a second person, each good for one account beside a report; only their keyed hashes.
CREATE TABLE shares (
    code_mac BYTEA NOT NULL PRIMARY KEY CHECK (length(code_mac) = 32),
    report TEXT COLLATE "C" NOT NULL,
    week TEXT COLLATE "C" NOT NULL
);

CREATE INDEX shares_report ON shares (report);

-- Which report was sent as another account of which.
CREATE TABLE perspectives (
    report TEXT COLLATE "C" NOT NULL PRIMARY KEY,
    beside TEXT COLLATE "C" NOT NULL
);

CREATE INDEX perspectives_beside ON perspectives (beside);
