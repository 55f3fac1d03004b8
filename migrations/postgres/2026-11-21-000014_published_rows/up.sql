-- Only SQLite has something to change; here an id leads to a row already.
SELECT 1;
