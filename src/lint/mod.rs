//! Wording that blames, judges or stops too early, with gentler questions.
