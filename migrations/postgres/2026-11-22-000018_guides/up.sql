-- Best-practice guides, each in its latest version, the forms made of it, and what an editor wants.
CREATE TABLE guides (
    subject TEXT COLLATE "C" NOT NULL PRIMARY KEY,
    version BIGINT NOT NULL,
    month TEXT NOT NULL,
    reports BIGINT NOT NULL,
    body TEXT NOT NULL
);

CREATE TABLE guide_files (
    subject TEXT COLLATE "C" NOT NULL,
    form TEXT COLLATE "C" NOT NULL,
    body BYTEA NOT NULL,
    PRIMARY KEY (subject, form)
);

CREATE TABLE guide_drafts (
    subject TEXT COLLATE "C" NOT NULL PRIMARY KEY,
    body TEXT NOT NULL
);
