DROP TABLE guide_drafts;

DROP TABLE guide_files;

DROP TABLE guides;
