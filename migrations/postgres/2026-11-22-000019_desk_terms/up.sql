-- Which of the words that were missed an analyst missed; all others are a reporter's.
CREATE TABLE desk_terms (
    term TEXT COLLATE "C" NOT NULL PRIMARY KEY REFERENCES terms (id) ON DELETE CASCADE
);
