DROP TABLE invitation_names;
