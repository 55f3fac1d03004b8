DROP TABLE dispositions;
DROP TABLE reactions;
DROP TABLE acceptances;
DROP TABLE messages;
DROP TABLE mailboxes;
