declared-one-a-line-each = One a line. Each is taken out wherever it stands, inside host names too. This list is never kept.
declared-names-to-hide = names to hide
