-- How many names that are taken somebody has tried with an invitation: whoever holds a link must not ask who is here.
CREATE TABLE invitation_names (
    token_hash BYTEA NOT NULL PRIMARY KEY REFERENCES invitations (token_hash) ON DELETE CASCADE,
    tried BIGINT NOT NULL
);
ALTER TABLE invitation_names ALTER COLUMN token_hash SET STATISTICS 0;
