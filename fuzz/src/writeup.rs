//! The importer: every line of a write-up comes to stand somewhere.

use candor::anonymise::RawText;
use candor::writeup::{Format, import};

/// Panics where something does not hold for `data`.
pub fn holds(data: &[u8]) {
    let text = String::from_utf8_lossy(data);
    let source = RawText::new(&*text);
    let guessed = Format::guess(None, &text);
    for format in [guessed, Format::Markdown, Format::Text, Format::Json] {
        for name in [None, Some("2024-03-14-outage.md")] {
            if let Ok(imported) = import(&source, name, format) {
                let lost = imported.lost_lines(&source);
                assert!(lost.is_empty(), "{format:?}: lines {lost:?} are lost");
            }
        }
    }
}
