DROP TABLE perspectives;
DROP TABLE shares;
