//! Which technologies and codes a text speaks of, with the evidence.
