DROP TABLE set_reports;
DROP TABLE sets;
