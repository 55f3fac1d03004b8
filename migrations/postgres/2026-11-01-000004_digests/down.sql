DROP TABLE settings;
DROP TABLE digests;
