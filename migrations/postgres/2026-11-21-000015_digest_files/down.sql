DROP TABLE digest_files;
