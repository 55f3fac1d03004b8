DROP TABLE invitations;
DROP TABLE factor_resets;
DROP TABLE recovery_codes;
DROP TABLE factors;
