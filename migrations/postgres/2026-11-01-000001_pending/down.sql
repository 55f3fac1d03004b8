DROP TABLE pending;
