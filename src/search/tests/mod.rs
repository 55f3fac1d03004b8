//! Promises of the search index.
