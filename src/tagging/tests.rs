//! What the tagger finds and what it leaves alone.
