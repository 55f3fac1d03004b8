DROP TABLE digest_drafts;
