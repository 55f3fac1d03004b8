-- Best-practice guides, each in its latest version, the forms made of it, and what an editor wants.
CREATE TABLE guides (
    subject TEXT NOT NULL PRIMARY KEY,
    version INTEGER NOT NULL,
    month TEXT NOT NULL,
    reports INTEGER NOT NULL,
    body TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE guide_files (
    subject TEXT NOT NULL,
    form TEXT NOT NULL,
    body BLOB NOT NULL,
    PRIMARY KEY (subject, form)
) STRICT, WITHOUT ROWID;

CREATE TABLE guide_drafts (
    subject TEXT NOT NULL PRIMARY KEY,
    body TEXT NOT NULL
) STRICT, WITHOUT ROWID;
