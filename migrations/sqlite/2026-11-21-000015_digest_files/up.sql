-- The forms of an issue as they are handed out: made from it once, signed, and gone with it.
CREATE TABLE digest_files (
    period TEXT NOT NULL,
    form TEXT NOT NULL,
    body BLOB NOT NULL,
    PRIMARY KEY (period, form)
) STRICT, WITHOUT ROWID;
