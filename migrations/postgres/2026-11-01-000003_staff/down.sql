DROP TABLE reviews;
DROP TABLE sessions;
DROP TABLE accounts;
