-- What an editor wants of the digest of a period: an opening, an order, words of their own.
CREATE TABLE digest_drafts (
    period TEXT COLLATE "C" NOT NULL PRIMARY KEY,
    body TEXT NOT NULL
);
