//! Advice as SARIF 2.1.0, which editors and build servers show beside the text.
//!
//! The form is that of the OASIS standard "Static Analysis Results Interchange Format". Lines and
//! columns count from 1, columns in code points.

use std::path::Path;

use serde_json::{Value, json};

use crate::lint::{self, Finding};

/// The results of a run, of one text after the other.
#[derive(Default)]
pub(super) struct Sarif {
    results: Vec<Value>,
}

impl Sarif {
    /// Adds what was found in a file; `-` is standard input.
    pub(super) fn add(&mut self, file: &Path, text: &str, findings: &[Finding]) {
        let uri = uri(file);
        let mut place = Place::new(text);
        for finding in findings {
            if finding.start < place.at {
                place = Place::new(text);
            }
            let (start_line, start_column, _) = place.walk_to(finding.start);
            // Another finding may begin before this one ends.
            let (end_line, end_column, words) = place.clone().walk_to(finding.end);
            self.results.push(json!({
                "ruleId": finding.rule.as_str(),
                "level": "note",
                "message": { "text": format!("{} {}", finding.message, finding.suggestion) },
                "locations": [{ "physicalLocation": {
                    "artifactLocation": { "uri": uri },
                    "region": {
                        "startLine": start_line,
                        "startColumn": start_column,
                        "endLine": end_line,
                        "endColumn": end_column,
                        "charOffset": finding.start,
                        "charLength": finding.end - finding.start,
                        "snippet": { "text": words },
                    },
                } }],
            }));
        }
    }

    /// The whole document.
    pub(super) fn document(self) -> Value {
        let rules: Vec<Value> = lint::classes()
            .map(|class| {
                json!({
                    "id": class.rule.as_str(),
                    "shortDescription": { "text": class.message },
                    "help": { "text": class.suggestion },
                    "defaultConfiguration": { "level": "note" },
                })
            })
            .collect();
        json!({
            "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
            "version": "2.1.0",
            "runs": [{
                "tool": { "driver": {
                    "name": "candor",
                    "version": env!("CARGO_PKG_VERSION"),
                    "rules": rules,
                } },
                "columnKind": "unicodeCodePoints",
                "results": self.results,
            }],
        })
    }
}

/// A walk through a text that knows its line and column.
#[derive(Clone)]
struct Place<'a> {
    rest: std::str::Chars<'a>,
    at: usize,
    line: usize,
    column: usize,
}

impl<'a> Place<'a> {
    fn new(text: &'a str) -> Self {
        Self {
            rest: text.chars(),
            at: 0,
            line: 1,
            column: 1,
        }
    }

    /// Line and column of a code point further on, and what was passed on the way.
    fn walk_to(&mut self, point: usize) -> (usize, usize, String) {
        let mut passed = String::new();
        while self.at < point {
            let Some(c) = self.rest.next() else { break };
            self.at += 1;
            passed.push(c);
            if c == '\n' {
                self.line += 1;
                self.column = 1;
            } else {
                self.column += 1;
            }
        }
        (self.line, self.column, passed)
    }
}

/// The two digits of a byte.
fn hex(byte: u8) -> impl Iterator<Item = char> {
    [byte >> 4, byte & 15]
        .into_iter()
        .filter_map(|digit| char::from_digit(u32::from(digit), 16))
        .map(|digit| digit.to_ascii_uppercase())
}

/// A file as a reference relative to where the command runs, escaped as RFC 3986 asks.
fn uri(file: &Path) -> String {
    if file == Path::new("-") {
        return "stdin".to_owned();
    }
    let mut uri = String::new();
    for byte in file.to_string_lossy().replace('\\', "/").bytes() {
        if byte.is_ascii_alphanumeric() || b"/-._~".contains(&byte) {
            uri.push(char::from(byte));
        } else {
            uri.push('%');
            uri.extend(hex(byte));
        }
    }
    uri
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use super::Sarif;
    use crate::lint::{Finding, lint};

    /// The document as it was looked at and found right, against the schema of the standard too.
    const SNAPSHOT: &str = include_str!("../../tests/fixtures/lint/snapshot.sarif");

    #[test]
    fn the_document_is_the_one_that_was_looked_at() {
        let text = "# Ærlig talt 🙂\n\nIt was human error. 🙂 Then [Person B]\nforgot the valve.\n";
        let mut sarif = Sarif::default();
        sarif.add(Path::new("notes/pump 7.md"), text, &lint(text));
        sarif.add(Path::new("-"), "All was well.", &[]);
        let made = serde_json::to_string_pretty(&sarif.document()).expect("JSON");
        assert_eq!(
            made.replace(env!("CARGO_PKG_VERSION"), "VERSION"),
            SNAPSHOT.trim_end()
        );
    }

    #[test]
    fn findings_within_one_another_have_their_own_places() {
        let text = "# Plan\n\nBe careful, remind them.\n";
        let mut found = lint("");
        let class = crate::lint::classes().next().expect("a class");
        for (start, end) in [(8, 32), (11, 18), (20, 26), (0, 6)] {
            found.push(Finding {
                rule: class.rule,
                start,
                end,
                message: class.message,
                suggestion: class.suggestion,
            });
        }
        let mut sarif = Sarif::default();
        sarif.add(Path::new("plan.md"), text, &found);
        let regions = sarif.results.iter().map(|result| {
            let region = &result["locations"][0]["physicalLocation"]["region"];
            let words = region["snippet"]["text"].as_str().expect("words");
            (
                region["startColumn"].as_u64(),
                region["endColumn"].as_u64(),
                words,
            )
        });
        let expected = [
            (Some(1), Some(25), "Be careful, remind them."),
            (Some(4), Some(11), "careful"),
            (Some(13), Some(19), "remind"),
            (Some(1), Some(7), "# Plan"),
        ];
        assert!(regions.eq(expected));
    }
}
