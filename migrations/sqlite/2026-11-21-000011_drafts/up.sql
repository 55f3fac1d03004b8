-- What a draft of an alert says, sealed: it may tell of a report that is not public.
CREATE TABLE drafts (
    alert TEXT NOT NULL PRIMARY KEY REFERENCES alerts (id) ON DELETE CASCADE,
    sealed BLOB NOT NULL
) STRICT, WITHOUT ROWID;
