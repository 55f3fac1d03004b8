-- Only SQLite has something to change.
SELECT 1;
