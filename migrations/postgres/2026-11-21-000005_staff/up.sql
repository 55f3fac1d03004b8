-- What people at the desk did. Each row's hash covers the row before it, so that a change shows.
-- A day and no time: what is done with a report must not tell when it came in.
CREATE TABLE audit (
    seq BIGINT NOT NULL PRIMARY KEY CHECK (seq > 0),
    day TEXT COLLATE "C" NOT NULL CHECK (length(day) = 10),
    account TEXT COLLATE "C",
    act TEXT NOT NULL,
    object TEXT COLLATE "C",
    hash TEXT NOT NULL CHECK (length(hash) = 64)
);

CREATE INDEX audit_object ON audit (object);
