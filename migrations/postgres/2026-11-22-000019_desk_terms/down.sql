DROP TABLE desk_terms;
