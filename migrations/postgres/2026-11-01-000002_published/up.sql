-- What the public reads, what was taken back, and what the index has yet to hear of.
CREATE TABLE published (
    id TEXT COLLATE "C" NOT NULL PRIMARY KEY,
    month TEXT COLLATE "C" NOT NULL,
    revision BIGINT NOT NULL,
    sample BOOLEAN NOT NULL,
    kind TEXT NOT NULL,
    period TEXT,
    severity BIGINT,
    title TEXT NOT NULL,
    body TEXT NOT NULL
);

CREATE INDEX published_month ON published (month, id);

CREATE TABLE withdrawals (
    id TEXT COLLATE "C" NOT NULL PRIMARY KEY,
    week TEXT COLLATE "C" NOT NULL
);

CREATE TABLE outbox (
    seq BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    report TEXT NOT NULL,
    op TEXT NOT NULL
);
