-- The forms of an issue as they are handed out: made from it once, signed, and gone with it.
CREATE TABLE digest_files (
    period TEXT COLLATE "C" NOT NULL,
    form TEXT COLLATE "C" NOT NULL,
    body BYTEA NOT NULL,
    PRIMARY KEY (period, form)
);
