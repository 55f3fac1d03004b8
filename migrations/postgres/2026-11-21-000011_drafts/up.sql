-- What a draft of an alert says, sealed: it may tell of a report that is not public.
CREATE TABLE drafts (
    alert TEXT COLLATE "C" NOT NULL PRIMARY KEY REFERENCES alerts (id) ON DELETE CASCADE,
    sealed BYTEA NOT NULL
);
