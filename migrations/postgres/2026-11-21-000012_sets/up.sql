-- Published reports on a theme, in an order of somebody's choice, with words about them.
CREATE TABLE sets (
    id TEXT COLLATE "C" NOT NULL PRIMARY KEY,
    public BOOLEAN NOT NULL,
    month TEXT COLLATE "C" NOT NULL,
    title TEXT NOT NULL,
    words TEXT NOT NULL
);
CREATE TABLE set_reports (
    of_set TEXT COLLATE "C" NOT NULL REFERENCES sets (id) ON DELETE CASCADE,
    place BIGINT NOT NULL,
    report TEXT COLLATE "C" NOT NULL,
    PRIMARY KEY (of_set, place)
);
CREATE INDEX set_reports_by_report ON set_reports (report);
