//! Runs the crate redact-core: one JSON string a line in, the byte ranges it would remove a line out.

use std::io::{stdin, stdout, BufRead, Write};

fn main() {
    let engine = redact_core::AnalyzerEngine::new();
    for line in stdin().lock().lines().map_while(Result::ok) {
        let text: String = serde_json::from_str(&line).unwrap_or_default();
        let found = engine.analyze(&text, None).map(|made| made.detected_entities);
        let spans: Vec<(usize, usize)> = found.unwrap_or_default().iter().map(|e| (e.start, e.end)).collect();
        let _ = writeln!(stdout(), "{}", serde_json::json!(spans));
    }
}
