-- Published reports on a theme, in an order of somebody's choice, with words about them.
CREATE TABLE sets (
    id TEXT NOT NULL PRIMARY KEY,
    public INTEGER NOT NULL CHECK (public IN (0, 1)),
    month TEXT NOT NULL,
    title TEXT NOT NULL,
    words TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TABLE set_reports (
    of_set TEXT NOT NULL REFERENCES sets (id) ON DELETE CASCADE,
    place INTEGER NOT NULL,
    report TEXT NOT NULL,
    PRIMARY KEY (of_set, place)
) STRICT, WITHOUT ROWID;
CREATE INDEX set_reports_by_report ON set_reports (report);
