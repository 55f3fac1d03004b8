//! The importer: any text becomes a report or is refused.

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
                let _ = imported.lost_lines(&source);
            }
        }
    }
}
